import type { DataPlaneAdapter } from '../adapter';
import { HAPROXY } from './controller-type';
import { emit } from './emit';
import { read } from './read';
import { supports } from './supports';

/** HAProxy: the TCP ConfigMap of the HAProxy Kubernetes Ingress Controller. */
export const haproxy: DataPlaneAdapter = { name: HAPROXY.name, supports, emit, read };
