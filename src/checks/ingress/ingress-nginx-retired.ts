import { listenerOf } from '../../model/forward';
import type { Check } from '../check';
import { ingressNginxStreams, wordPath, isFlag } from './stream-controllers';

/** TCP or UDP services depend on ingress-nginx. */
export const ingressNginxRetired: Check = {
  name: 'ingress-nginx-retired',
  severity: 'info',
  summary: 'TCP or UDP services are published through ingress-nginx, which is no longer developed.',
  why: 'the project ended in March 2026 and gets no more fixes, also for security; ingress2gateway does not translate these entries',
  see: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  * run(network) {
    for (const stream of ingressNginxStreams(network)) {
      const ports = stream.maps.flatMap(({ entries }) => entries.flatMap(({ forward }) => (forward ? [listenerOf(forward)] : [])));
      if (ports.length === 0) continue;
      yield {
        object: stream.workload,
        path: wordPath(stream, (word) => isFlag('tcp-services-configmap')(word) || isFlag('udp-services-configmap')(word)),
        fact: `publishes ${ports.slice(0, 5).join(', ')}${ports.length > 5 ? ` and ${ports.length - 5} more` : ''} through ingress-nginx, which was retired in March 2026`,
        fix: 'see what "npx cdk8s-l4 migrate --from ingress-nginx --to gateway-api" makes of these manifests, or give each port a Service of type LoadBalancer',
        related: stream.maps.map(({ configMap }) => configMap),
      };
    }
  },
};
