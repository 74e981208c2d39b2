import type { Cluster } from './cluster';
import type { Outcome } from './outcome';
import type { KubeObject } from '../../src/kube/kube-object';

export interface Applied {
  readonly object: KubeObject;
  readonly outcome: Outcome;
}

/** Applies objects one after the other, in namespaces that are there; those to be named by the server are created. */
export async function applyAll(cluster: Cluster, objects: readonly KubeObject[]): Promise<Applied[]> {
  await cluster.ensureNamespaces(objects);
  const applied: Applied[] = [];
  for (const object of objects) applied.push({ object, outcome: await (object.metadata.name ? cluster.apply(object) : cluster.create(object)) });
  return applied;
}

/** Deletes what was applied, but for namespaces: without their controller they would stay half deleted. */
export async function deleteAll(cluster: Cluster, applied: readonly Applied[]): Promise<void> {
  const stored = applied.flatMap(({ outcome }) => outcome.object ?? []).filter(({ kind }) => kind !== 'Namespace');
  await Promise.all(stored.map((object) => cluster.delete(object)));
}

/** Whether a kind is defined by Kubernetes itself, rather than by a CustomResourceDefinition. */
export function isBuiltIn({ apiVersion }: KubeObject): boolean {
  return /^(v1|(apps|autoscaling|batch|extensions|policy|[\w.]+\.k8s\.io)\/\w+)$/.test(apiVersion) && !apiVersion.startsWith('gateway.');
}
