import { fieldAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';

/** How many Pods answer for a Service; `undefined` where a controller, the nodes or an autoscaler decides. */
export function replicasBehind(service: ServiceNode, network: Network): number | undefined {
  const workloads = network.workloadsBehind(service).filter(({ isShortLived }) => !isShortLived);
  const isFixed = (workload: WorkloadNode) => workload.replicas !== undefined && !isForeignKind(workload) && !scaled(network).has(nodeText(workload));
  if (workloads.length === 0 || !workloads.every(isFixed)) return undefined;
  return workloads.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
}

/** The workloads that an autoscaler of Kubernetes or KEDA scales, as texts. */
const scaled = oncePerNetwork((network) => new Set([
  ...network.ofKind('autoscaling', 'HorizontalPodAutoscaler'),
  ...network.ofKind('keda.sh', 'ScaledObject'),
].map((scaler) => nodeText({
  kind: textAt(scaler.object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment',
  namespace: scaler.namespace,
  name: String(fieldAt(scaler.object, 'spec', 'scaleTargetRef', 'name')),
}))));
