import { textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { WorkloadNode } from '../../model/workload-node';

/** Whether something among the objects changes the number of a workload's Pods. */
export function isAutoscaled({ kind, namespace, name }: WorkloadNode, network: Network): boolean {
  return scaled(network).has(`${kind} ${namespace}/${name}`);
}

const scaled = oncePerNetwork((network) => new Set([...network.ofKind('autoscaling', 'HorizontalPodAutoscaler'), ...network.ofKind('keda.sh', 'ScaledObject')]
  .map(({ object, namespace }) => `${textAt(object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment'} ${namespace}/${textAt(object, 'spec', 'scaleTargetRef', 'name')}`)));
