import { governedSets, type GovernedSet } from './governed-sets';
import { podNameUse, type PodNameUse } from './pod-name-use';
import { fieldAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check } from '../check';

/** Peers that can find each other only after they are ready. */
export const headlessPeersNotPublished: Check = {
  name: 'headless-peers-not-published',
  severity: 'info',
  summary: 'The Pods of a StatefulSet call each other by name, but have a name only once they are ready.',
  why: 'a Pod whose readiness waits for its peers is never ready: none of them resolves until one is',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields',
  * run(network) {
    for (const governed of governedSets(network)) {
      const use = useAmongPeers(governed, network);
      if (!use || !governed.service) continue;
      yield {
        object: governed.service,
        path: ['spec', 'publishNotReadyAddresses'],
        fact: `governs StatefulSet ${governed.set.namespace}/${governed.set.name}, whose Pods have a readiness probe and call each other by name ("${use.text}"), and does not publish Pods that are not ready`,
        fix: 'set publishNotReadyAddresses: true if a Pod becomes ready only after it has found its peers',
        related: [governed.set],
      };
    }
  },
};

function useAmongPeers({ set, service }: GovernedSet, network: Network): PodNameUse | undefined {
  if (!service?.isHeadless || isPublishing(service) || (set.replicas ?? 1) < 2) return undefined;
  const hasReadinessProbe = set.containers.some(({ object }) => fieldAt(object, 'readinessProbe'));
  const use = hasReadinessProbe ? podNameUse(set, network) : undefined;
  return use?.object.object === set.object ? use : undefined;
}

function isPublishing(service: ServiceNode): boolean {
  return field(service, 'spec', 'publishNotReadyAddresses') === true;
}
