import { ownListeners } from './own-listeners';
import { isWhitelisted } from './rules/whitelisted-namespace';
import { endsTls, formatEntry, isPort, parseEntry } from './stream-entry';
import { referenceText } from '../../model/forward';
import { Protocol } from '../../values/protocol';
import type { ControllerType } from '../controller/controller-type';
import { flagPort } from '../controller/flags';

const REPOSITORY = 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11';

/** What is HAProxy's own among controllers. */
export const HAPROXY: ControllerType = {
  name: 'haproxy',
  product: 'HAProxy',
  article: 'a',
  proxy: 'HAProxy',
  construct: 'HaproxyIngress',
  usual: {
    namespace: 'haproxy-controller',
    workload: 'haproxy-kubernetes-ingress',
    service: 'haproxy-kubernetes-ingress',
    serviceType: 'NodePort',
    args: [],
    httpPort: 8080,
    httpsPort: 8443,
  },

  program: /^(\S*\/)?haproxy-ingress-controller$/,
  programPath: '/haproxy-ingress-controller',
  // HAProxy Technologies' image, that of its enterprise edition, and the copies that others make of them.
  image: /(^|\/)(haproxytech\/kubernetes-ingress|hapee-ingress)([:@]|$)/,
  // The image starts the program by a script that passes the arguments on:
  // https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/fs/start.sh
  imageArgs: [],

  configMaps: { [Protocol.TCP]: { flag: 'configmap-tcp-services', name: 'tcp-services' } },
  grammar: { isPort, formatEntry, parseEntry, asksMore: endsTls },
  // It watches the one ConfigMap, wherever that is: https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/k8s/main.go
  configMapNamespace: () => undefined,
  isWatched: isWhitelisted,
  backendKey: ({ backend }) => referenceText(backend),

  // https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/utils/flags.go
  reservedPorts: {
    // Without the flag it depends on the release: its container says which.
    'http-bind-port': undefined,
    'https-bind-port': undefined,
    'stats-bind-port': 1024,
    'healthz-bind-port': 1042,
    'controller-port': 6060,
    'default-backend-port': 6061,
    'localpeer-port': 10000,
  },
  skipsReservedPorts: false,
  occupants: ownListeners,
  answers: (words) => ['stat', 'admin', flagPort(words, 'stats-bind-port') ?? 1024, flagPort(words, 'healthz-bind-port') ?? 1042, flagPort(words, 'controller-port') ?? 6060],
  sendsProxyHeader: () => false,

  consequences: {
    reservedPort: 'the controller does not look at that: HAProxy cannot start with the entry, or gives a part of the connections to the other listener',
    occupiedPort: {
      why: 'HAProxy cannot bind it and goes on with its old configuration: from then on no change of any entry or Ingress takes effect',
      see: 'https://docs.haproxy.org/3.2/management.html#4',
    },
    unreadableFlag: 'it prints an error and opens no port',
    unseenConfigMap: 'opens no port',
    skippedEntry: 'the controller skips the entry with an error in its log, and the port leads nowhere',
    noController: {
      why: 'the flag, the ConfigMap and the ports belong to a Deployment or DaemonSet that runs the image haproxytech/kubernetes-ingress',
      fix: 'give the deploy/haproxy-ingress.yaml of a haproxytech/kubernetes-ingress release; jcmoraisjr/haproxy-ingress is another program',
    },
  },
  pages: {
    guide: `${REPOSITORY}/documentation/controller.md#--configmap-tcp-services`,
    source: `${REPOSITORY}/pkg/handler/tcp-services.go`,
    installation: `${REPOSITORY}/deploy/haproxy-ingress.yaml`,
  },
};
