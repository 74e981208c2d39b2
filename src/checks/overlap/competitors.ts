import { textAt } from '../../kube/field';
import { isSelectorKnown } from '../../model/known-labels';
import { makerReference } from '../../model/made-by';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';

/** A Service whose connections are shared by the Pods of several workloads. */
export interface Contest {
  readonly service: ServiceNode;
  /** At least two. */
  readonly competitors: readonly WorkloadNode[];
}

/** The Services that select several workloads which run at the same time. */
export const contestsIn: (network: Network) => readonly Contest[] = oncePerNetwork((network) => network.services
  .filter((service) => network.workloadsBehind(service).length > 1 && service.type !== 'ExternalName' && !isHelmHook(service) && isSelectorKnown(service))
  .map((service) => ({ service, competitors: competitorsFor(service, network) }))
  .filter(({ competitors }) => competitors.length > 1));

function competitorsFor(service: ServiceNode, network: Network): WorkloadNode[] {
  const selected = network.workloadsBehind(service);
  // Of two versions of one object, as in a base and an overlay, the last one is applied.
  const byName = new Map(selected.map((workload) => [nodeText(workload), workload]));
  return [...byName.values()].filter((workload) => servesForLong(workload) && !isMadeByAnother(workload, network))
    .sort((a, b) => nodeText(a) < nodeText(b) ? -1 : 1);
}

function servesForLong({ isShortLived, replicas, kind, podSpec }: WorkloadNode): boolean {
  const restarts = textAt(podSpec, 'restartPolicy') ?? 'Always';
  return !isShortLived && replicas !== 0 && (kind !== 'Pod' || restarts === 'Always');
}

/** Of Pods that an operator made, its own object tells. */
function isMadeByAnother({ object, namespace }: WorkloadNode, network: Network): boolean {
  const maker = makerReference(object);
  return maker !== undefined && network.find(maker.group, maker.kind, namespace, maker.name) !== undefined;
}
