import { dataPlaneAdapter, type DataPlaneAdapter } from '../adapter';
import { emit } from './emit';
import { read } from './read';
import { supports } from './supports';

/** ingress-nginx: the `tcp-services` and `udp-services` ConfigMaps of its controller. */
export const ingressNginx: DataPlaneAdapter = dataPlaneAdapter({
  name: 'ingress-nginx',
  supports,
  emit,
  entrances: (objects) => [{ name: 'ingress-nginx', forwards: read(objects) }],
});
