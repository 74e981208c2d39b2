import { HAPROXY } from './controller-type';
import type { DataPlaneAdapter } from '../adapter';
import { emitThrough } from '../controller/emit-through';

export const emit: DataPlaneAdapter['emit'] = (objects, forwards) => emitThrough(HAPROXY, objects, forwards);
