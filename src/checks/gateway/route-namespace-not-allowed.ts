import { attachmentsOf, type Attachment } from './attachment';
import { admissionOf, admitsKind, admitsNamespace } from './listener-admission';
import { listenersText, listenerText, type GatewayListenerNode } from '../../model/gateway-node';
import { selectorText } from '../../model/label-selector';
import { nodeText } from '../../model/object-node';
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
      if (answers.every((answer) => answer === 'refused')) {yield problemOf(attachment, fitting);} else if (!answers.includes('taken')) {
        yield { object: route, cannotTell: `the labels of Namespace ${route.namespace} are not known, by which ${nodeText(parent)} chooses` };
      }
    }
  },
};

function problemOf({ route, reference, parent }: Attachment, [listener, ...others]: readonly GatewayListenerNode[]): Problem {
  const isCertain = route.isNamespaceGiven && parent.isNamespaceGiven;
  return {
    object: route,
    path: reference.path,
    fact: `is in namespace ${route.namespace}, but ${others.length === 0 ? `the listener ${listenerText(listener)}` : listenersText([listener, ...others])} of ${nodeText(parent)} `
      + `${others.length === 0 ? 'takes' : 'take'} ${takenBy(listener, parent.namespace)}`,
    fix: `write ${admissionOf(route.namespace)} in the listener${listener.admission.from === 'Same' ? `, or move the route to namespace ${parent.namespace}` : ''}`,
    related: [parent],
    ...isCertain ? {} : { severity: 'warning' },
  };
}

function takenBy({ admission: { from, selector } }: GatewayListenerNode, namespace: string): string {
  if (from === 'Selector') return `routes of namespaces with ${selectorText(selector)} only`;
  return from === 'None' ? 'no routes' : `routes of namespace ${namespace} only`;
}
