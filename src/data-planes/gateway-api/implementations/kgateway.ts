import { listAt, numberAt } from '../../../kube/field';
import type { KubeObject } from '../../../kube/kube-object';
import { GATEWAY_GROUP } from '../../../model/gateway-node';
import { GatewayImplementation } from '../gateway-implementation';
import type { GatewayNames } from '../gateway-names';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import type { PlacedForward } from '../placed-forward';
import { RouteApiVersion } from '../route-api-version';

const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/kgateway';
const PARAMETERS = 'https://kgateway.dev/docs/envoy/latest/reference/api/#gatewayparameters';
const PROXY_PROTOCOL = 'https://kgateway.dev/docs/envoy/latest/reference/api/#listenerpolicy';

/** kgateway. */
export const kgateway: Implementation = {
  id: GatewayImplementation.KGATEWAY,
  title: 'kgateway',
  className: 'kgateway',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': lacks(CONFORMANCE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': has(CONFORMANCE),
    'labels and annotations for what it creates': has(CONFORMANCE),
    'source ranges': lacks(PARAMETERS),
    'externalTrafficPolicy': has(PARAMETERS),
    'PROXY protocol from clients': has(PROXY_PROTOCOL),
    'PROXY protocol to backends': lacks(PROXY_PROTOCOL),
  },
  watches: {
    [RouteApiVersion.V1]: '2.4 and newer',
    [RouteApiVersion.V1ALPHA2]: '2.3 and older',
  },
  maxAddresses: 1,
  // Listeners on these are refused: https://github.com/kgateway-dev/kgateway/pull/12382, https://github.com/kgateway-dev/kgateway/pull/12394
  containerPorts: {
    of: (listenPort) => listenPort,
    rule: 'serves a listener on its own port',
    used: new Map([[8082, 'its readiness probe'], [9091, 'its listener for metrics'], [19000, 'the administration of Envoy']]),
    see: 'https://github.com/kgateway-dev/kgateway/pull/12394',
  },
  parametersOf: ({ namespace, name, externalTrafficPolicy }) => ({
    apiVersion: 'gateway.kgateway.dev/v1alpha1',
    kind: 'GatewayParameters',
    metadata: { name: `${name}-parameters`, namespace },
    spec: { kube: { service: { externalTrafficPolicy } } },
  }),
  acceptProxyProtocol: listenerPolicy,
  policiesAreOfGateway: true,
  maxProxyPorts: 64,
};

/** One policy for the Gateway, with an entry for each port. */
function listenerPolicy(placed: readonly PlacedForward[], { namespace, name }: GatewayNames, present: readonly KubeObject[]): KubeObject[] {
  const metadata = { name: `${name}-proxy-protocol`, namespace };
  const own = present.find(({ kind, metadata: other }) => kind === 'ListenerPolicy' && other.namespace === namespace && other.name === metadata.name);
  const perPort = new Map([
    ...listAt(own, 'spec', 'perPort').map((entry) => [numberAt(entry, 'port'), entry] as const),
    ...placed.map(({ forward: { listenPort: port } }) => [port, { port, listener: { proxyProtocol: {} } }] as const),
  ]);
  return [{
    apiVersion: 'gateway.kgateway.dev/v1alpha1',
    kind: 'ListenerPolicy',
    metadata,
    spec: { targetRefs: [{ group: GATEWAY_GROUP, kind: 'Gateway', name }], perPort: [...perPort.values()] },
  }];
}
