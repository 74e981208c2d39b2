import { INGRESS_NGINX } from './controller-type';
import type { DataPlaneAdapter } from '../adapter';
import { emitThrough } from '../controller/emit-through';

export const emit: DataPlaneAdapter['emit'] = (objects, forwards) => emitThrough(INGRESS_NGINX, objects, forwards);
