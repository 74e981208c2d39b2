import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/cilium';
// What the Service is like is a matter of the GatewayClass.
const PARAMETERS = 'https://docs.cilium.io/en/stable/network/servicemesh/gateway-api/parameterized-gatewayclass/';

/** Cilium. */
export const cilium: Implementation = {
  id: GatewayImplementation.CILIUM,
  title: 'Cilium',
  className: 'cilium',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': has(CONFORMANCE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': has(CONFORMANCE),
    'labels and annotations for what it creates': has(CONFORMANCE),
    'source ranges': lacks(PARAMETERS),
    'externalTrafficPolicy': lacks(PARAMETERS),
    'PROXY protocol from clients': lacks(PARAMETERS),
    'PROXY protocol to backends': lacks(PARAMETERS),
  },
  watches: {
    [RouteApiVersion.V1]: '1.20 and newer',
  },
};
