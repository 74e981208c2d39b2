import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const GUIDE = 'https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/gateway-api/';
const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/traefik-traefik';
// The Service and the entry points are those of Traefik's own installation; a listener needs an entry point on its port.
const ENTRY_POINTS = 'https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/';

/** Traefik. */
export const traefik: Implementation = {
  id: GatewayImplementation.TRAEFIK,
  title: 'Traefik',
  className: 'traefik',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(GUIDE),
    'UDP': lacks(GUIDE),
    'ListenerSets': lacks(CONFORMANCE),
    'static addresses': lacks(CONFORMANCE),
    'labels and annotations for what it creates': lacks(CONFORMANCE),
    'source ranges': lacks(ENTRY_POINTS),
    'externalTrafficPolicy': lacks(ENTRY_POINTS),
    'PROXY protocol from clients': lacks(ENTRY_POINTS),
    'PROXY protocol to backends': lacks(ENTRY_POINTS),
  },
  // https://doc.traefik.io/traefik/v3.8/migrate/v3/
  watches: {
    [RouteApiVersion.V1]: '3.8 and newer',
    [RouteApiVersion.V1ALPHA2]: '3.1 to 3.7 with providers.kubernetesGateway.experimentalChannel',
  },
};
