import { GATEWAY_GROUP, type GatewayIdentity, type RouteKind } from './gateway-node';
import { groupedBy } from './grouped-by';
import type { Network } from './network';
import type { ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';
import { listAt, textAt, type FieldPath } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** A ReferenceGrant: who may refer to what in its namespace. */
export interface ReferenceGrantNode extends ObjectNode {
  readonly from: ReadonlyArray<GrantEntry & { readonly namespace: string }>;
  readonly to: ReadonlyArray<GrantEntry & { readonly name?: string }>;
  /** Whether nothing of it is filled in later. */
  readonly isKnown: boolean;
}

interface GrantEntry extends RouteKind {
  readonly path: FieldPath;
}

/** The grants that hold in a namespace. */
export function grantsIn(namespace: string, network: Network): readonly ReferenceGrantNode[] {
  return byNamespace(network).get(namespace) ?? [];
}

/** Whether a grant lets objects of that kind and namespace refer to a target in the grant's namespace. */
export function permits(grant: ReferenceGrantNode, from: RouteKind & { readonly namespace: string }, to: Omit<GatewayIdentity, 'namespace'>): boolean {
  return grant.from.some((entry) => isSameKind(entry, from) && entry.namespace === from.namespace)
    && grant.to.some((entry) => isSameKind(entry, to) && (entry.name === undefined || entry.name === to.name));
}

function isSameKind(a: RouteKind, b: RouteKind): boolean {
  return a.group === b.group && a.kind === b.kind;
}

const byNamespace = oncePerNetwork((network) =>
  groupedBy(network.ofKind(GATEWAY_GROUP, 'ReferenceGrant').map(grantNode), ({ namespace }) => namespace));

function grantNode(node: ObjectNode): ReferenceGrantNode {
  const entries = (list: 'from' | 'to') => listAt(node.object, 'spec', list).map((value, index) => ({
    group: textAt(value, 'group') ?? '',
    kind: textAt(value, 'kind') ?? '',
    namespace: textAt(value, 'namespace') ?? '',
    name: textAt(value, 'name') || undefined,
    path: ['spec', list, index],
  }));
  const from = entries('from');
  const to = entries('to');
  const texts = [...from, ...to].flatMap(({ group, kind, namespace, name }) => [group, kind, namespace, name]);
  return { ...node, from, to, isKnown: ![node.namespace, ...texts].some(isPlaceholder) };
}

/** Whether a grant was probably written for a route, though it may not permit it: one side of it fits. */
export function isMeantFor({ from, to }: ReferenceGrantNode, route: Pick<ObjectNode, 'kind' | 'namespace'>, backend: Pick<ObjectNode, 'kind' | 'name'>): boolean {
  const isRouteMeant = from.some(({ kind, namespace }) => namespace === route.namespace && kind === route.kind);
  const isTargetMeant = to.some(({ kind, name }) => kind === backend.kind && (name === undefined || name === backend.name));
  const isNamespaceMeant = from.some(({ namespace }) => namespace === route.namespace);
  return isRouteMeant || (isTargetMeant && isNamespaceMeant);
}
