import { attachmentsOf, type Attachment } from '../../model/attachment';
import { hasListeners, listenerText, withListeners, type GatewayListenerNode } from '../../model/gateway-node';
import { admits } from '../../model/listener-admission';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { routesOf, type ParentReference, type RouteNode } from '../../model/route-node';
import { byPrecedence } from '../../model/route-precedence';
import type { Check, Problem } from '../check';

/** Two routes without hostnames attach to one listener. */
export const routeL4Conflict: Check = {
  name: 'route-l4-conflict',
  severity: 'error',
  summary: 'Two TCPRoutes, or two UDPRoutes, attach to one listener.',
  why: 'a connection to the port can lead to one of them only: both are accepted, and only the oldest gets connections, without a word in the status of the other',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#tcproute',
  * run(network) {
    const taken = new Map<GatewayListenerNode, Attachment>();
    const told = new Set<string>();
    for (const attachment of [...attachmentsOf(network)].sort((a, b) => byPrecedence(a.route, b.route))) {
      for (const listener of listenersTaking(attachment, network)) {
        const first = taken.get(listener);
        if (!first) {taken.set(listener, attachment);} else if (nodeText(first.route) !== nodeText(attachment.route)) {
          const pair = [nodeText(first.route), nodeText(attachment.route), nodeText(attachment.parent)].join('\n');
          if (!told.has(pair)) yield problemOf(attachment, first, listener);
          told.add(pair);
        }
      }
    }
    yield* unseen(network);
  },
};

/** Routes that name one listener of a Gateway that is not among the objects. */
function* unseen(network: Network): Iterable<Problem> {
  const taken = new Map<string, RouteNode>();
  for (const route of routesOf(network).filter(isPlain).sort(byPrecedence)) {
    for (const reference of route.parents) {
      const { sectionName, path } = reference;
      if (sectionName === undefined || !isAbsent(reference, network)) continue;
      const key = [route.kind, reference.group, nodeText(reference), sectionName, reference.port].join('\n');
      const first = taken.get(key) ?? route;
      taken.set(key, first);
      if (nodeText(first) === nodeText(route)) continue;
      yield {
        object: route,
        path: [...path, 'sectionName'],
        fact: `attaches to the listener "${sectionName}" of ${nodeText(reference)}, as ${nodeText(first)} does`,
        fix: APART,
        severity: 'warning',
        related: [first],
      };
    }
  }
}

function isAbsent(reference: ParentReference, network: Network): boolean {
  return reference.isKnown && hasListeners(reference) && withListeners(network, reference).length === 0;
}

function isPlain({ kind }: ObjectNode): boolean {
  return kind === 'TCPRoute' || kind === 'UDPRoute';
}

const APART = 'give one of them a listener of its own, or merge both into one rule with two backendRefs (weight shares the connections)';

function greedText(greedy: RouteNode, route: RouteNode): string {
  return greedy === route ? '; without sectionName it takes every listener of its kind' : `; ${nodeText(greedy)} has no sectionName and takes every listener of its kind`;
}

/** The listeners on which the route is certainly accepted. */
function listenersTaking({ route, parent, listeners }: Attachment, network: Network): readonly GatewayListenerNode[] {
  if (!isPlain(route)) return [];
  return listeners.filter((listener) => admits(listener, { route, parent, network }) === 'taken');
}

function problemOf({ route, reference, parent, listeners }: Attachment, first: Attachment, listener: GatewayListenerNode): Problem {
  const greedy = [{ route, reference, listeners }, first].find(({ reference: { sectionName, port }, listeners: all }) =>
    sectionName === undefined && port === undefined && all.length > 1);
  return {
    object: route,
    path: reference.sectionName === undefined ? reference.path : [...reference.path, 'sectionName'],
    fact: `attaches to the listener ${listenerText(listener)} of ${nodeText(parent)}, as ${nodeText(first.route)} does`
      + (greedy ? greedText(greedy.route, route) : ''),
    fix: greedy
      ? `add the sectionName of the listener that is meant to the parentRef of ${nodeText(greedy.route)}`
      : APART,
    related: [first.route, parent],
  };
}
