import type { ObjectNode } from './object-node';
import { textAt } from '../kube/field';

/** When an object was made, as text that sorts; nothing where its manifest does not say. */
export function creationOf({ object }: ObjectNode): string | undefined {
  const created = Date.parse(textAt(object, 'metadata', 'creationTimestamp') ?? '');
  return Number.isNaN(created) ? undefined : new Date(created).toISOString();
}

/**
 * Routes in the order in which they get what only one of them can have: the oldest first, of those made in the same second the
 * first in the alphabet. What is yet to be made is made at once, and after all that is there.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/api-design/#conflicts
 */
export function byPrecedence(one: ObjectNode, other: ObjectNode): number {
  const [a, b] = [one, other].map(keyOf);
  return a < b ? -1 : Number(a > b);
}

function keyOf(route: ObjectNode): string {
  return `${creationOf(route) ?? 'to be made'} ${route.namespace}/${route.name}`;
}
