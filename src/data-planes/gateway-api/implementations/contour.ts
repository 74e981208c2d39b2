import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const GUIDE = 'https://projectcontour.io/docs/main/config/gateway-api/';
const ADDRESSES = 'https://github.com/projectcontour/contour/blob/main/internal/provisioner/controller/gateway.go';
const PROVISIONER = 'https://github.com/projectcontour/contour/pull/5968';

/** Contour with its Gateway provisioner. */
export const contour: Implementation = {
  id: GatewayImplementation.CONTOUR,
  title: 'Contour',
  className: 'contour',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(GUIDE),
    'UDP': lacks(GUIDE),
    'ListenerSets': lacks(GUIDE),
    'static addresses': has(ADDRESSES),
    'labels and annotations for what it creates': has(PROVISIONER),
    'source ranges': lacks(GUIDE),
    'externalTrafficPolicy': lacks(GUIDE),
    'PROXY protocol from clients': lacks(GUIDE),
    'PROXY protocol to backends': lacks(GUIDE),
  },
  watches: {
    [RouteApiVersion.V1ALPHA2]: '1.26 and newer',
  },
  maxAddresses: 1,
  // https://github.com/projectcontour/contour/blob/main/internal/gatewayapi/listeners.go (toContainerPort)
  // https://github.com/projectcontour/contour/blob/main/internal/provisioner/objects/dataplane/dataplane.go
  containerPorts: {
    of: containerPortOf,
    rule: 'adds 8000 to the port, takes 65535 from what is above that, and adds 1023 to what is then below 1024',
    used: new Map([[8002, 'its readiness probe'], [8090, 'its shutdown manager']]),
    see: GUIDE,
  },
};

function containerPortOf(listenPort: number): number {
  const shifted = listenPort + 8000;
  const wrapped = shifted > 65535 ? shifted - 65535 : shifted;
  return wrapped < 1024 ? wrapped + 1023 : wrapped;
}
