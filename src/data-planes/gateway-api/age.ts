import { textAt } from '../../kube/field';
import type { ObjectNode } from '../../model/object-node';

/**
 * The oldest first, then by name: the order in which objects of the Gateway API win. What a manifest says of no age will be
 * applied after what a cluster has.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/api-design/#conflicts
 */
export function inOrderOfAge<T extends ObjectNode>(nodes: readonly T[]): T[] {
  return [...nodes].sort((a, b) => compare(createdAt(a), createdAt(b)) || compare(`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`));
}

function createdAt({ object }: ObjectNode): string {
  return textAt(object, 'metadata', 'creationTimestamp') ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
