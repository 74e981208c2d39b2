import { INGRESS_NGINX } from './controller-type';
import type { DataPlaneAdapter } from '../adapter';
import { readThrough } from '../controller/read-through';

export const read: DataPlaneAdapter['read'] = (objects) => readThrough(INGRESS_NGINX, objects);
