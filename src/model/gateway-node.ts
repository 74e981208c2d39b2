import { groupedBy } from './grouped-by';
import { labelSelector, type LabelSelector } from './label-selector';
import type { Network } from './network';
import { groupOf, type ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';
import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** A Gateway, or a ListenerSet that adds listeners to one: what routes attach to. */
export interface GatewayNode extends ObjectNode {
  /** The name of the GatewayClass; a ListenerSet has none. */
  readonly className?: string;
  readonly listeners: readonly GatewayListenerNode[];
  /** Whether every listener's name, port and protocol can be read, and there is at least one. */
  readonly isReadable: boolean;
}

export interface GatewayListenerNode {
  readonly name: string;
  readonly port?: number;
  readonly protocol: string;
  readonly hostname: string;
  /** The kinds of routes that `allowedRoutes` lists; none where the protocol decides. */
  readonly kinds: readonly RouteKind[];
  readonly admission: NamespaceAdmission;
  readonly path: FieldPath;
  /** The listener as it stands in the manifest. */
  readonly object: unknown;
}

export interface RouteKind {
  readonly group: string;
  readonly kind: string;
}

/** The namespaces whose routes a listener takes. */
export interface NamespaceAdmission {
  /** Same, All, Selector or None. */
  readonly from: string;
  readonly selector: LabelSelector;
}

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
// https://gateway-api.sigs.k8s.io/concepts/versioning/ (experimental kinds)
const EXPERIMENTAL_GROUP = 'gateway.networking.x-k8s.io';

/** Every Gateway of a network. */
export const gatewaysOf = oncePerNetwork((network): readonly GatewayNode[] => network.ofKind(GATEWAY_GROUP, 'Gateway').map(gatewayNode));

/** Every ListenerSet of a network. */
export const listenerSetsOf = oncePerNetwork((network): readonly GatewayNode[] =>
  [...network.ofKind(GATEWAY_GROUP, 'ListenerSet'), ...network.ofKind(EXPERIMENTAL_GROUP, 'XListenerSet')].map(gatewayNode));

/** The ListenerSets that name a Gateway as their parent. */
export function listenerSetsUnder({ namespace, name }: ObjectNode, network: Network): readonly GatewayNode[] {
  return setsByGateway(network).get(`${namespace}/${name}`) ?? [];
}

/** The objects with listeners that have this identity: more than one where the input holds variants of it. */
export function withListeners(network: Network, { group, kind, namespace, name }: GatewayIdentity): readonly GatewayNode[] {
  return byIdentity(network).get(identity(group, kind, namespace, name)) ?? [];
}

export interface GatewayIdentity extends RouteKind {
  readonly namespace: string;
  readonly name: string;
}

/** Whether a kind has listeners that routes attach to. */
export function hasListeners({ group, kind }: RouteKind): boolean {
  return (group === GATEWAY_GROUP && (kind === 'Gateway' || kind === 'ListenerSet')) || (group === EXPERIMENTAL_GROUP && kind === 'XListenerSet');
}

/** What a listener is connected to with: TCP for all but UDP. */
export function transportOf({ protocol }: GatewayListenerNode): 'TCP' | 'UDP' {
  return protocol === 'UDP' ? 'UDP' : 'TCP';
}

/** The addresses by which clients reach a Gateway, as far as manifests say them. */
export function addressesOf({ object }: ObjectNode): string[] {
  return ['spec', 'status'].flatMap((part) => listAt(object, part, 'addresses').flatMap((address) => textAt(address, 'value') ?? []));
}

/** `"tcp" (5432/TCP)` */
export function listenerText({ name, port, protocol }: GatewayListenerNode): string {
  return `"${name}" (${port ?? '?'}/${protocol})`;
}

/** `"tcp" (5432/TCP), "dns" (53/UDP)` */
export function listenersText(listeners: readonly GatewayListenerNode[]): string {
  const shown = listeners.slice(0, SHOWN).map(listenerText).join(', ');
  return listeners.length > SHOWN ? `${shown} and ${listeners.length - SHOWN} more` : shown;
}

const SHOWN = 5;

const byIdentity = oncePerNetwork((network) =>
  groupedBy([...gatewaysOf(network), ...listenerSetsOf(network)], (node) => identity(groupOf(node), node.kind, node.namespace, node.name)));

const setsByGateway = oncePerNetwork((network) => groupedBy(listenerSetsOf(network), (node) =>
  `${textAt(node.object, 'spec', 'parentRef', 'namespace') ?? node.namespace}/${textAt(node.object, 'spec', 'parentRef', 'name') ?? ''}`));

function identity(...parts: string[]): string {
  return parts.join('\n');
}

function gatewayNode(node: ObjectNode): GatewayNode {
  const listeners = listAt(node.object, 'spec', 'listeners').map((value, index) => listenerNode(value, ['spec', 'listeners', index]));
  return { ...node, className: textAt(node.object, 'spec', 'gatewayClassName'), listeners, isReadable: listeners.length > 0 && listeners.every(isReadable) };
}

function listenerNode(value: unknown, path: FieldPath): GatewayListenerNode {
  const namespaces = fieldAt(value, 'allowedRoutes', 'namespaces');
  return {
    name: textAt(value, 'name') ?? '',
    port: numberAt(value, 'port'),
    protocol: textAt(value, 'protocol') ?? '',
    hostname: textAt(value, 'hostname') ?? '',
    kinds: listAt(value, 'allowedRoutes', 'kinds').map((kind) => ({ group: textAt(kind, 'group') ?? GATEWAY_GROUP, kind: textAt(kind, 'kind') ?? '' })),
    admission: { from: textAt(namespaces, 'from') || 'Same', selector: labelSelector(fieldAt(namespaces, 'selector')) },
    path,
    object: value,
  };
}

function isReadable({ name, port, protocol, hostname }: GatewayListenerNode): boolean {
  return name !== '' && port !== undefined && protocol !== '' && ![name, protocol, hostname].some(isPlaceholder);
}
