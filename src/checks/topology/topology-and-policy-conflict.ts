import { AUTO, HINTS, MODE } from './successor';
import { listAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import type { ServiceNode } from '../../model/service-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** Two preferences of which one counts. */
export const topologyAndPolicyConflict: Check = {
  name: 'topology-and-policy-conflict',
  severity: 'warning',
  summary: 'A Service has two settings for where connections go, and one of them is ignored.',
  why: 'the annotation goes before trafficDistribution, and a policy of Local before both',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['trafficDistribution'], annotations: [HINTS, MODE] })) {
      if (service.isHeadless || service.type === 'ExternalName') continue;
      yield* besideAnnotation(service, network);
      yield* besidePolicy(service, network);
    }
  },
};

function* besideAnnotation(service: ServiceNode, { circumstances: { version } }: Network): Iterable<Problem> {
  const distribution = distributionOf(service, version);
  const annotation = annotationOf(service);
  if (!distribution || !annotation) return;
  yield {
    object: service,
    path: ['spec', 'trafficDistribution'],
    fact: `has the annotation ${annotation}: ${service.annotations[annotation]}, so that trafficDistribution: ${distribution} is ignored`,
    fix: `remove the annotation ${annotation}`,
  };
}

function* besidePolicy(service: ServiceNode, { circumstances: { version } }: Network): Iterable<Problem> {
  const distribution = distributionOf(service, version);
  const annotation = isUsable('annotation topology-aware-hints', version) ? annotationOf(service) : undefined;
  const preference = distribution ? `trafficDistribution: ${distribution}` : annotation && `the annotation ${annotation}: ${service.annotations[annotation]}`;
  if (!preference || !isLocalThroughout(service)) return;
  yield {
    object: service,
    path: distribution ? ['spec', 'trafficDistribution'] : ['metadata', 'annotations', annotation!],
    fact: `has internalTrafficPolicy: Local${isExternal(service) ? ' and externalTrafficPolicy: Local' : ''}, so that ${preference} has no effect`,
    fix: `remove internalTrafficPolicy: Local if other nodes may answer where there is no Pod, else remove ${preference}`,
  };
}

function distributionOf({ object }: ServiceNode, version: Network['circumstances']['version']): string | undefined {
  return isUsable('trafficDistribution', version) ? textAt(object, 'spec', 'trafficDistribution') || undefined : undefined;
}

function annotationOf({ annotations }: ServiceNode): string | undefined {
  return [HINTS, MODE].find((name) => AUTO.includes(annotations[name]));
}

/** Connections from outside follow a policy of their own. */
function isLocalThroughout(service: ServiceNode): boolean {
  const policy = (name: string) => textAt(service.object, 'spec', name) ?? 'Cluster';
  return policy('internalTrafficPolicy') === 'Local' && (!isExternal(service) || policy('externalTrafficPolicy') === 'Local');
}

function isExternal({ type, object }: ServiceNode): boolean {
  return type !== 'ClusterIP' || listAt(object, 'spec', 'externalIPs').length > 0;
}
