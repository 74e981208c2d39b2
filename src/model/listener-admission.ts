import type { GatewayListenerNode, GatewayNode } from './gateway-node';
import { labelsText } from './known-labels';
import { selectorText, type LabelSelector } from './label-selector';
import type { Network } from './network';
import { groupOf, type ObjectNode } from './object-node';
import { isPlaceholder } from '../kube/placeholder';

/** Whether a listener takes a route; `unclear` where the objects do not tell, or implementations differ. */
export type Admission = 'taken' | 'unclear' | 'refused';

// https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype
const KINDS_BY_PROTOCOL: ReadonlyMap<string, readonly string[]> = new Map([
  ['TCP', ['TCPRoute']],
  ['UDP', ['UDPRoute']],
  ['TLS', ['TLSRoute']],
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
]);

/** The kinds of routes that go with the protocol; `undefined` for a protocol of an implementation's own. */
export function kindsOfProtocol(protocol: string): readonly string[] | undefined {
  return KINDS_BY_PROTOCOL.get(protocol);
}

/** The protocol that a listener needs for a kind of route. */
export function protocolFor(kind: string): string {
  return [...KINDS_BY_PROTOCOL].find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'TCP';
}

/** Whether a listener takes routes of that kind. */
export function admitsKind({ protocol, kinds }: GatewayListenerNode, route: ObjectNode): Admission {
  const listed = kinds.some(({ group, kind }) => kind === route.kind && group === groupOf(route));
  if (kinds.length > 0 && !listed) return kinds.some(({ kind, group }) => isPlaceholder(kind) || isPlaceholder(group)) ? 'unclear' : 'refused';
  const expected = kindsOfProtocol(protocol);
  if (expected === undefined || isFormerUse(protocol, route)) return 'unclear';
  return expected.includes(route.kind) ? 'taken' : 'refused';
}

/** Until release 1.5 of the Gateway API a TCPRoute could attach to a TLS listener: https://github.com/kubernetes-sigs/gateway-api/pull/4427 */
export function isFormerUse(protocol: string, { kind }: ObjectNode): boolean {
  return protocol === 'TLS' && kind === 'TCPRoute';
}

/** Whether a listener takes routes of the route's namespace. */
export function admitsNamespace({ admission: { from, selector } }: GatewayListenerNode, { route, parent, network }: Meeting): Admission {
  if ([from, route.namespace, parent.namespace].some(isPlaceholder)) return 'unclear';
  if (from === 'All') return 'taken';
  if (from === 'Same') return route.namespace === parent.namespace ? 'taken' : 'refused';
  if (from === 'Selector') return chooses(selector, labelsOfNamespace(route.namespace, network));
  return from === 'None' ? 'refused' : 'unclear';
}

export interface Meeting {
  readonly route: ObjectNode;
  readonly parent: GatewayNode;
  readonly network: Network;
}

/** Whether a listener takes a route, as far as kind and namespace decide. */
export function admits(listener: GatewayListenerNode, meeting: Meeting): Admission {
  const answers = [admitsKind(listener, meeting.route), admitsNamespace(listener, meeting)];
  if (answers.includes('refused')) return 'refused';
  return answers.includes('unclear') ? 'unclear' : 'taken';
}

// The API server gives every Namespace this label: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The Namespace of that name, if it is among the objects. */
export function namespaceNode(name: string, network: Network): ObjectNode | undefined {
  return network.find('', 'Namespace', network.circumstances.defaultNamespace, name);
}

/** The labels that are known for sure: others may be added to the Namespace. */
export function labelsOfNamespace(name: string, network: Network): Map<string, string> {
  const node = namespaceNode(name, network);
  return new Map([...Object.entries(node?.labels ?? {}), [NAME_LABEL, name]]);
}

/** Whether a selector takes a namespace, as far as its labels are known. */
export function chooses({ labels, expressions, isKnown }: LabelSelector, known: ReadonlyMap<string, string>): Admission {
  if (!isKnown) return 'unclear';
  const terms = [...Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] })), ...expressions];
  const answers = terms.map(({ key, operator, values }) => answerOf(operator, values, known.get(key)));
  if (answers.includes(false)) return 'refused';
  return answers.includes(undefined) ? 'unclear' : 'taken';
}

function answerOf(operator: string, values: readonly unknown[], value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  switch (operator) {
    case 'In': return values.includes(value);
    case 'NotIn': return !values.includes(value);
    case 'Exists': return true;
    case 'DoesNotExist': return false;
    default: return undefined;
  }
}

/** `routes of namespace infra only` */
export function namespacesTaken({ admission: { from, selector } }: GatewayListenerNode, own: string): string {
  if (from === 'Selector') return `routes of namespaces with ${selectorText(selector)} only`;
  return from === 'None' ? 'no routes' : `routes of namespace ${own} only`;
}

/** `TCPRoute only` */
export function kindsTaken({ protocol, kinds }: GatewayListenerNode): string {
  const taken = kinds.length > 0 ? kinds.map(({ kind }) => kind) : kindsOfProtocol(protocol) ?? [];
  return taken.length === 0 ? 'other kinds' : `${taken.join(' and ')} only`;
}

/** What lets routes of a namespace in beside those that are let in already. */
export function admissionOf(namespace: string, { admission: { from, selector } }: GatewayListenerNode, own: string): string {
  const labels = Object.entries(selector.labels).filter(([key]) => key !== NAME_LABEL);
  if (from === 'Selector' && selector.expressions.length > 0) return `change the selector in allowedRoutes.namespaces of the listener so that it takes namespace ${namespace}`;
  if (from === 'Selector' && labels.length > 0) return `set the ${labels.length === 1 ? 'label' : 'labels'} ${labelsText(Object.fromEntries(labels))} on Namespace ${namespace}`;
  const present = { Selector: Object.values(selector.labels), Same: [own] }[from] ?? [];
  return `write ${selectorFor([...present, namespace])} in the listener`;
}

function selectorFor(namespaces: readonly string[]): string {
  return `allowedRoutes.namespaces: { from: Selector, selector: { matchExpressions: [{ key: ${NAME_LABEL}, operator: In, values: [${namespaces.join(', ')}] }] } }`;
}
