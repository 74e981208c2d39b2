import { attachmentsOf, type Attachment } from './attachment';
import { admits } from './listener-admission';
import { listenerText, type GatewayListenerNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
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
    for (const attachment of attachmentsOf(network)) {
      for (const listener of listenersTaking(attachment, network)) {
        const first = taken.get(listener);
        if (!first) taken.set(listener, attachment);
        else if (first.route !== attachment.route) {
          const pair = [nodeText(first.route), nodeText(attachment.route), nodeText(attachment.parent)].join('\n');
          if (!told.has(pair)) yield problemOf(attachment, first, listener);
          told.add(pair);
        }
      }
    }
  },
};

/** The listeners on which the route is certainly accepted. */
function listenersTaking({ route, parent, listeners }: Attachment, network: Network): readonly GatewayListenerNode[] {
  if (route.kind !== 'TCPRoute' && route.kind !== 'UDPRoute') return [];
  return listeners.filter((listener) => admits(listener, { route, parent, network }) === 'taken');
}

function problemOf({ route, reference, parent, listeners }: Attachment, first: Attachment, listener: GatewayListenerNode): Problem {
  const greedy = [{ route, reference, listeners }, first].find(({ reference: { sectionName, port }, listeners: all }) =>
    sectionName === undefined && port === undefined && all.length > 1);
  return {
    object: route,
    path: reference.sectionName === undefined ? reference.path : [...reference.path, 'sectionName'],
    fact: `attaches to the listener ${listenerText(listener)} of ${nodeText(parent)}, as ${nodeText(first.route)} does`
      + (greedy ? `; ${greedy.route === route ? 'without' : `${nodeText(greedy.route)} has no`} sectionName${greedy.route === route ? ' it takes' : ' and takes'} every listener of its kind` : ''),
    fix: greedy
      ? `add the sectionName of the listener that is meant to the parentRef of ${nodeText(greedy.route)}`
      : `give one of them a listener of its own, or merge both into one rule with two backendRefs (weight shares the connections)`,
    related: [first.route, parent],
  };
}
