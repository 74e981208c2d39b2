import { CONFIG_MAPS } from './config-maps';
import { ownListeners } from './own-listeners';
import { sendsProxyHeader } from './rules/proxy-protocol';
import { upstreamKey } from './rules/upstream-key';
import { watchedNamespace } from './rules/watched-namespace';
import { formatEntry, isInteger, parseEntry } from './stream-entry';
import type { ControllerType } from '../controller/controller-type';
import { flagPort } from '../controller/flags';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go';

/** What is ingress-nginx's own among controllers. */
export const INGRESS_NGINX: ControllerType = {
  name: 'ingress-nginx',
  product: 'ingress-nginx',
  article: 'an',
  proxy: 'nginx',
  construct: 'IngressNginx',
  usual: {
    namespace: 'ingress-nginx',
    workload: 'ingress-nginx-controller',
    service: 'ingress-nginx-controller',
    serviceType: 'LoadBalancer',
    args: ['--validating-webhook=:8443'],
    httpPort: 80,
    httpsPort: 443,
  },

  program: /^(\S*\/)?nginx-ingress-controller$/,
  programPath: '/nginx-ingress-controller',
  // The images of the project, before and since it has its own registry, and the copies that others make of them.
  image: /(^|\/)(ingress-nginx\/controller|nginx-ingress-controller)(-chroot)?([:@]|$)/,
  // https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/rootfs/Dockerfile
  imageArgs: ['/nginx-ingress-controller'],

  configMaps: CONFIG_MAPS,
  grammar: { isPort: isInteger, formatEntry, parseEntry, asksMore: () => false },
  configMapNamespace: watchedNamespace,
  isWatched: (controller, namespace) => [undefined, namespace].includes(watchedNamespace(controller)),
  backendKey: upstreamKey,

  // https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go
  reservedPorts: {
    'http-port': 80,
    'https-port': 443,
    'ssl-passthrough-proxy-port': 442,
    'healthz-port': 10254,
    'default-server-port': 8181,
    'profiler-port': 10245,
    'status-port': 10246,
    'stream-port': 10247,
  },
  skipsReservedPorts: true,
  occupants: ownListeners,
  answers: (words) => ['webhook', 'metrics', flagPort(words, 'validating-webhook'), flagPort(words, 'healthz-port') ?? 10254],
  sendsProxyHeader,

  consequences: {
    reservedPort: 'the controller skips the entry with a warning in its log, so the port leads nowhere',
    occupiedPort: {
      why: 'nginx cannot bind it, reports success and keeps its old configuration: from then on no change of any Ingress takes effect',
      see: 'https://github.com/kubernetes/ingress-nginx/issues/7913',
    },
    unreadableFlag: 'it logs an error at every synchronisation and opens no port',
    unseenConfigMap: 'logs a warning only',
    skippedEntry: 'the controller skips the entry with a warning in its log, and the port stays closed',
    noController: {
      why: 'the flag, the ConfigMap and the ports belong to a Deployment or DaemonSet that runs /nginx-ingress-controller',
      fix: 'give the deploy.yaml of a kubernetes/ingress-nginx release; F5\'s NGINX Ingress Controller is another program',
    },
  },
  pages: {
    guide: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
    source: SOURCE,
    installation: 'https://kubernetes.github.io/ingress-nginx/deploy/',
  },
};
