import { groupOf } from './object-node';
import type { WorkloadNode } from './workload-node';
import { fieldAt, listAt, textAt } from '../kube/field';
import type { KubeObject } from '../kube/kube-object';

/** The object whose controller made an object, by its reference. */
export interface MakerReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** What made an object: a live ReplicaSet names its Deployment, a live Pod its ReplicaSet. */
export function makerReference({ metadata }: KubeObject): MakerReference | undefined {
  const owner = listAt(metadata, 'ownerReferences').find((reference) => fieldAt(reference, 'controller') === true);
  const [kind, name] = [textAt(owner, 'kind'), textAt(owner, 'name')];
  return kind === undefined || name === undefined ? undefined : { group: groupOf({ apiVersion: textAt(owner, 'apiVersion') ?? '' }), kind, name };
}

/** For each workload that another of these made, that other one. */
export function makersAmong(workloads: readonly WorkloadNode[]): ReadonlyMap<WorkloadNode, WorkloadNode> {
  const made = workloads.flatMap((workload) => {
    const reference = makerReference(workload.object);
    return reference ? [{ workload, reference }] : [];
  });
  if (made.length === 0) return new Map();
  const byName = new Map(workloads.map((workload) => [nameKey(workload.namespace, { ...workload, group: groupOf(workload) }), workload]));
  const found = (workload: WorkloadNode, reference: MakerReference | undefined) => reference && byName.get(nameKey(workload.namespace, reference));
  return new Map(made.flatMap(({ workload, reference }) => {
    const maker = found(workload, reference) ?? found(workload, deploymentOf(workload, reference));
    return maker && maker !== workload ? [[workload, maker]] : [];
  }));
}

/**
 * The Deployment of a Pod whose ReplicaSet is not among the objects: a ReplicaSet is named after its Deployment and the hash.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/controller/deployment/sync.go
 */
function deploymentOf({ podLabels }: WorkloadNode, { group, kind, name }: MakerReference): MakerReference | undefined {
  const suffix = `-${podLabels['pod-template-hash']}`;
  return kind === 'ReplicaSet' && name.endsWith(suffix) ? { group, kind: 'Deployment', name: name.slice(0, -suffix.length) } : undefined;
}

function nameKey(namespace: string, { group, kind, name }: MakerReference): string {
  return [group, kind, namespace, name].join('/');
}
