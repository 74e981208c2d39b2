import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, lacks, type Implementation } from '../implementation';

const CAPABILITIES = 'https://cloud.google.com/kubernetes-engine/docs/how-to/gatewayclass-capabilities';

/** The Gateway controller of GKE, all of whose classes speak HTTP. */
export const gke: Implementation = {
  id: GatewayImplementation.GKE,
  title: 'GKE Gateway',
  className: 'gke-l7-global-external-managed',
  supports: {
    ...BEYOND_THE_API,
    'TCP': lacks(CAPABILITIES),
    'UDP': lacks(CAPABILITIES),
    'ListenerSets': lacks(CAPABILITIES),
    'static addresses': lacks(CAPABILITIES),
    'labels and annotations for what it creates': lacks(CAPABILITIES),
    'source ranges': lacks(CAPABILITIES),
    'externalTrafficPolicy': lacks(CAPABILITIES),
    'PROXY protocol from clients': lacks(CAPABILITIES),
    'PROXY protocol to backends': lacks(CAPABILITIES),
  },
  watches: {},
};
