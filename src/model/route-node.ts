import { GATEWAY_GROUP, type GatewayIdentity } from './gateway-node';
import { isHelmHook, type ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';
import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** A route of the Gateway API: what it attaches to, and where it sends. */
export interface RouteNode extends ObjectNode {
  readonly parents: readonly ParentReference[];
  readonly rules: readonly RouteRule[];
}

export interface ParentReference extends GatewayIdentity {
  readonly isNamespaceGiven: boolean;
  readonly sectionName?: string;
  readonly port?: number;
  /** Whether nothing of it is filled in later. */
  readonly isKnown: boolean;
  readonly path: FieldPath;
}

export interface RouteRule {
  readonly backends: readonly BackendReference[];
  readonly path: FieldPath;
}

export interface BackendReference extends GatewayIdentity {
  readonly isNamespaceGiven: boolean;
  /** As it stands in the manifest: not always a number. */
  readonly port: unknown;
  readonly weight: unknown;
  readonly isKnown: boolean;
  readonly path: FieldPath;
}

const KINDS = ['TCPRoute', 'UDPRoute', 'TLSRoute', 'HTTPRoute', 'GRPCRoute'];

/** Every route of a network; those that Helm runs as hooks are left out. */
export const routesOf = oncePerNetwork((network): readonly RouteNode[] =>
  KINDS.flatMap((kind) => network.ofKind(GATEWAY_GROUP, kind)).filter((node) => !isHelmHook(node)).map(routeNode));

/** Whether connections are forwarded as they come, without reading what is said in them. */
export function isTransportRoute({ kind }: ObjectNode): boolean {
  return kind === 'TCPRoute' || kind === 'UDPRoute' || kind === 'TLSRoute';
}

/** The backends of all rules. */
export function backendsOf({ rules }: RouteNode): BackendReference[] {
  return rules.flatMap(({ backends }) => backends);
}

export function isService({ group, kind }: BackendReference): boolean {
  return group === '' && kind === 'Service';
}

function routeNode(node: ObjectNode): RouteNode {
  return {
    ...node,
    parents: listAt(node.object, 'spec', 'parentRefs').map((value, index) => parentReference(value, ['spec', 'parentRefs', index], node)),
    rules: listAt(node.object, 'spec', 'rules').map((rule, index) => ruleNode(rule, ['spec', 'rules', index], node)),
  };
}

function parentReference(value: unknown, path: FieldPath, { namespace }: ObjectNode): ParentReference {
  return {
    group: textAt(value, 'group') ?? GATEWAY_GROUP,
    kind: textAt(value, 'kind') ?? 'Gateway',
    ...placeOf(value, namespace),
    sectionName: textAt(value, 'sectionName') || undefined,
    port: numberAt(value, 'port'),
    isKnown: isKnown(value, ['group', 'kind', 'namespace', 'name', 'sectionName', 'port'], namespace),
    path,
  };
}

function ruleNode(rule: unknown, path: FieldPath, { namespace }: ObjectNode): RouteRule {
  const backends = listAt(rule, 'backendRefs').map((value, index): BackendReference => ({
    group: textAt(value, 'group') ?? '',
    kind: textAt(value, 'kind') ?? 'Service',
    ...placeOf(value, namespace),
    port: fieldAt(value, 'port'),
    weight: fieldAt(value, 'weight'),
    isKnown: isKnown(value, ['group', 'kind', 'namespace', 'name'], namespace),
    path: [...path, 'backendRefs', index],
  }));
  return { backends, path };
}

function placeOf(value: unknown, namespace: string) {
  const given = textAt(value, 'namespace') || undefined;
  return { namespace: given ?? namespace, isNamespaceGiven: given !== undefined, name: textAt(value, 'name') ?? '' };
}

function isKnown(value: unknown, fields: readonly string[], namespace: string): boolean {
  return textAt(value, 'name') !== undefined && ![namespace, ...fields.map((name) => fieldAt(value, name))].some(isPlaceholder);
}
