import type { ParsedEndpoint } from './parsed-endpoint';
import type { Problems } from '../problems/problems';
import { TrafficPolicy } from '../service-spec/traffic-policy';

/** With traffic that stays on the node, an endpoint without a node is never used. */
export function checkLocalTraffic(endpoints: readonly ParsedEndpoint[], policy: TrafficPolicy | undefined, problems: Problems): void {
  const nowhere = endpoints.filter(({ nodeName }) => nodeName === undefined);
  if (policy !== TrafficPolicy.LOCAL || nowhere.length === 0) return;
  problems.add(`${nowhere[0].at}.nodeName`, {
    fact: `nodeName is missing on ${nowhere.length} of ${endpoints.length} endpoints, and internalTrafficPolicy is Local`,
    why: 'kube-proxy takes an endpoint for local only where its nodeName is the node\'s own name; without one it is never used',
    fix: 'leave internalTrafficPolicy out, or name the node that each endpoint runs on, for example nodeName: \'node-1\'',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
  });
}
