import { attachmentsOf, type Attachment } from '../../model/attachment';
import { listenersText, listenerText, type GatewayListenerNode } from '../../model/gateway-node';
import { labelsText } from '../../model/known-labels';
import { admissionOf, admitsKind, admitsNamespace, namespaceNode, namespacesTaken } from '../../model/listener-admission';
import { nodeText, type ObjectNode } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** A route attaches to a listener that takes no routes of its namespace. */
export const routeNamespaceNotAllowed: Check = {
  name: 'route-namespace-not-allowed',
  severity: 'error',
  summary: 'The allowedRoutes.namespaces of the listeners that a route attaches to exclude its namespace.',
  why: 'the route is not accepted (NotAllowedByListeners): nothing is forwarded',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#routenamespaces',
  * run(network) {
    for (const attachment of attachmentsOf(network)) {
      const { route, parent, listeners } = attachment;
      const fitting = listeners.filter((listener) => admitsKind(listener, route) !== 'refused');
      if (fitting.length === 0) continue;
      const answers = fitting.map((listener) => admitsNamespace(listener, { route, parent, network }));
      if (answers.every((answer) => answer === 'refused')) {
        yield problemOf(attachment, fitting, namespaceNode(route.namespace, network));
      } else if (!answers.includes('taken')) {
        yield { object: route, cannotTell: `the labels of Namespace ${route.namespace} are not known, by which ${nodeText(parent)} chooses` };
      }
    }
  },
};

function problemOf({ route, reference, parent }: Attachment, listeners: readonly GatewayListenerNode[], namespace?: ObjectNode): Problem {
  const isCertain = route.isNamespaceGiven && parent.isNamespaceGiven;
  const [listener] = listeners;
  const isOne = listeners.length === 1;
  return {
    object: route,
    path: reference.path,
    fact: `is in namespace ${route.namespace}, but ${isOne ? `the listener ${listenerText(listener)}` : listenersText(listeners)} of ${nodeText(parent)} `
      + `${isOne ? 'takes' : 'take'} ${namespacesTaken(listener, parent.namespace)}${namespace ? differing(listener, namespace) : ''}`,
    fix: `${admissionOf(route.namespace, listener, parent.namespace)}${listener.admission.from === 'Same' ? `, or move the route to namespace ${parent.namespace}` : ''}`,
    related: namespace ? [parent, namespace] : [parent],
    ...isCertain ? {} : { severity: 'warning' },
  };
}

/** `; the Namespace has team: sales` */
function differing({ admission: { from, selector } }: GatewayListenerNode, { labels }: ObjectNode): string {
  const wrong = Object.entries(selector.labels).filter(([key, value]) => Object.hasOwn(labels, key) && labels[key] !== value);
  return from === 'Selector' && wrong.length > 0 ? `; the Namespace has ${labelsText(Object.fromEntries(wrong.map(([key]) => [key, labels[key]])))}` : '';
}
