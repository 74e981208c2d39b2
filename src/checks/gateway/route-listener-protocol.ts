import { attachmentsOf, type Attachment } from '../../model/attachment';
import { listenersText, listenerText, type GatewayListenerNode } from '../../model/gateway-node';
import { admitsKind, isFormerUse, kindsTaken, protocolFor } from '../../model/listener-admission';
import { nodeText, type ObjectNode } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** A route attaches to a listener that does not take its kind. */
export const routeListenerProtocol: Check = {
  name: 'route-listener-protocol',
  severity: 'error',
  summary: 'The protocol or the allowedRoutes.kinds of the listeners that a route attaches to exclude its kind.',
  why: 'the route is not accepted (NotAllowedByListeners): nothing is forwarded',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype',
  * run(network) {
    for (const attachment of attachmentsOf(network)) {
      const { route, listeners } = attachment;
      if (listeners.length === 0) continue;
      if (listeners.every((listener) => admitsKind(listener, route) === 'refused')) yield refused(attachment);
      else if (listeners.every((listener) => isFormerUse(listener.protocol, route) || admitsKind(listener, route) === 'refused')) yield former(attachment);
    }
  },
};

function refused({ route, reference, parent, listeners }: Attachment): Problem {
  const other = parent.listeners.find((listener) => admitsKind(listener, route) === 'taken');
  return {
    object: route,
    path: reference.sectionName === undefined ? reference.path : [...reference.path, 'sectionName'],
    fact: listeners.length === 1
      ? `attaches to the listener ${listenerText(listeners[0])} of ${nodeText(parent)}, which takes ${kindsTaken(listeners[0])}`
      : `attaches to ${nodeText(parent)}, none of whose listeners takes a ${route.kind}: ${listenersText(listeners)}`,
    fix: other ? `write sectionName: ${other.name}` : fixFor(route, parent, listeners),
    related: [parent],
  };
}

function fixFor({ kind }: ObjectNode, parent: ObjectNode, listeners: readonly GatewayListenerNode[]): string {
  const protocol = protocolFor(kind);
  const closed = listeners.find((listener) => listener.protocol === protocol);
  return closed
    ? `add kind: ${kind} to allowedRoutes.kinds of the listener "${closed.name}" of ${nodeText(parent)}`
    : `add a listener with protocol: ${protocol} to ${nodeText(parent)}, and write its name as sectionName`;
}

function former({ route, reference, parent, listeners }: Attachment): Problem {
  const [listener] = listeners.filter(({ protocol }) => isFormerUse(protocol, route));
  return {
    object: route,
    path: reference.sectionName === undefined ? reference.path : [...reference.path, 'sectionName'],
    fact: `attaches to the listener ${listenerText(listener)} of ${nodeText(parent)}, and a TLS listener takes TLSRoute only since Gateway API 1.5`,
    fix: 'make it a TLSRoute with the hostnames that clients ask for, or give the listener protocol: TCP',
    why: 'controllers that follow release 1.5 refuse the route (NotAllowedByListeners); older ones still take it',
    severity: 'warning',
    related: [parent],
  };
}
