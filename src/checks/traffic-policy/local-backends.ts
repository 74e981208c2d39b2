import { fieldAt, listAt, recordAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';

/** The workloads behind a Service whose Pods run on some nodes only, where nothing says which: `undefined` where others answer too. */
export function scatteredBackends(service: ServiceNode, network: Network): readonly WorkloadNode[] | undefined {
  const workloads = network.workloadsBehind(service).filter(({ isShortLived }) => !isShortLived);
  const areScattered = workloads.length > 0 && workloads.every(isScattered);
  return areScattered ? workloads : undefined;
}

/** Why it cannot be told which Pods are behind a Service; absent where they are known, or no selector asks for any. */
export function doubtAboutBackends(service: ServiceNode, network: Network): string | undefined {
  return service.selector && network.workloadsBehind(service).length === 0 ? `the Pods of ${nodeText(service)} are not among the objects` : undefined;
}

/** `Deployment shop/orders runs 2 Pods` */
export function backendsText(workloads: readonly WorkloadNode[]): string {
  return workloads.map((workload) => `${nodeText(workload)} runs ${countText(workload)}`).join(' and ');
}

// A DaemonSet is on every node; Pods that are bound to certain nodes have clients who know them.
function isScattered(workload: WorkloadNode): boolean {
  const { kind, podSpec, replicas } = workload;
  const isBound = textAt(podSpec, 'nodeName') !== undefined || Object.keys(recordAt(podSpec, 'nodeSelector')).some((key) => !OF_NEARLY_ALL_NODES.test(key))
    || fieldAt(podSpec, 'affinity', 'nodeAffinity', REQUIRED) !== undefined || listAt(podSpec, 'affinity', 'podAffinity', REQUIRED).length > 0;
  return kind !== 'DaemonSet' && !isForeignKind(workload) && !isBound && replicas !== 0 && !isPlaceholder(textAt(workload.object, 'spec', 'replicas'));
}

// https://kubernetes.io/docs/reference/labels-annotations-taints/#beta-kubernetes-io-os-deprecated
const OF_NEARLY_ALL_NODES = /^(beta\.)?kubernetes\.io\/os$/;

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

function countText({ replicas }: WorkloadNode): string {
  if (replicas === undefined) return 'Pods on some nodes';
  return replicas === 1 ? 'one Pod' : `${replicas} Pods`;
}
