import { isTransportRoute, routesOf } from '../../model/route-node';
import type { Check } from '../check';

/** All backends of a rule have weight 0. */
export const routeWeightsZero: Check = {
  name: 'route-weights-zero',
  severity: 'warning',
  summary: 'All backendRefs of a TCPRoute, UDPRoute or TLSRoute have weight 0.',
  why: 'a backend of weight 0 gets no connections, and where all have it none is forwarded',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendref',
  * run(network) {
    for (const route of routesOf(network)) {
      for (const { backends, path } of isTransportRoute(route) ? route.rules : []) {
        if (backends.length === 0 || backends.some(({ weight }) => weight !== 0)) continue;
        yield {
          object: route,
          path: [...path, 'backendRefs'],
          fact: `gives weight 0 to ${backends.length === 1 ? 'its only backend' : `all ${backends.length} backends`}`,
          fix: backends.length === 1 ? 'remove weight: 0, or remove the route' : `give weight: 1 to the backend that is to get the connections, for example ${backends[0].name}`,
        };
      }
    }
  },
};
