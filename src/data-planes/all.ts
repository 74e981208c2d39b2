import type { DataPlaneAdapter } from './adapter';
import { gatewayApi } from './gateway-api/adapter';
import { haproxy } from './haproxy/adapter';
import { ingressNginx } from './ingress-nginx/adapter';

/** Every data plane, sorted by name. */
export const DATA_PLANES: readonly DataPlaneAdapter[] = [gatewayApi, haproxy, ingressNginx];
