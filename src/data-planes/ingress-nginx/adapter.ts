import type { DataPlaneAdapter } from '../adapter';
import { INGRESS_NGINX } from './controller-type';
import { emit } from './emit';
import { read } from './read';
import { supports } from './supports';

/** ingress-nginx: the `tcp-services` and `udp-services` ConfigMaps of its controller. */
export const ingressNginx: DataPlaneAdapter = { name: INGRESS_NGINX.name, supports, emit, read };
