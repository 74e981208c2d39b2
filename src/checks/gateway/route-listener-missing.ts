import { attachmentsOf, type Attachment } from '../../model/attachment';
import { listenerSetsUnder, listenersText, type GatewayNode } from '../../model/gateway-node';
import { admitsKind, protocolFor } from '../../model/listener-admission';
import type { Network } from '../../model/network';
import { groupOf, nodeText } from '../../model/object-node';
import { similarName } from '../../values/similar-name';
import type { Check, Problem } from '../check';

/** A route asks for a listener that its Gateway does not have. */
export const routeListenerMissing: Check = {
  name: 'route-listener-missing',
  severity: 'error',
  summary: 'The sectionName or port of a parentRef fits no listener of the Gateway.',
  why: 'the route is not accepted (NoMatchingParent): nothing is forwarded',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#parentreference',
  * run(network) {
    for (const attachment of attachmentsOf(network)) {
      if (attachment.listeners.length === 0) yield problemOf(attachment, network);
    }
  },
};

function problemOf({ route, reference, parent }: Attachment, network: Network): Problem {
  const isNameThere = parent.listeners.some(({ name }) => name === reference.sectionName);
  const set = listenerSetWith(reference.sectionName, parent, network);
  return {
    object: route,
    path: [...reference.path, reference.sectionName === undefined || isNameThere ? 'port' : 'sectionName'],
    fact: `attaches to ${wanted(reference)} of ${nodeText(parent)}, which has ${parent.listeners.length === 1 ? '' : 'the listeners '}${listenersText(parent.listeners)}`
      + (set ? `; ${nodeText(set)} has it` : ''),
    fix: set ? `write group: ${groupOf(set)}, kind: ${set.kind}, name: ${set.name} and namespace: ${set.namespace} in the parentRef` : fixFor({ route, reference, parent }),
    related: set ? [parent, set] : [parent],
  };
}

function wanted({ sectionName, port }: Attachment['reference']): string {
  const name = sectionName === undefined ? '' : `the listener "${sectionName}"`;
  if (port === undefined) return name;
  return name === '' ? `port ${port}` : `${name} on port ${port}`;
}

function listenerSetWith(name: string | undefined, parent: GatewayNode, network: Network): GatewayNode | undefined {
  if (name === undefined || parent.kind !== 'Gateway') return undefined;
  return listenerSetsUnder(parent, network).find(({ listeners }) => listeners.some((listener) => listener.name === name));
}

function fixFor({ route, reference, parent }: Pick<Attachment, 'route' | 'reference' | 'parent'>): string {
  const named = parent.listeners.find(({ name }) => name === reference.sectionName);
  if (named) return `write port: ${named.port}, or leave the port out`;
  const fitting = parent.listeners.filter((listener) => admitsKind(listener, route) !== 'refused');
  const meant = reference.sectionName === undefined ? undefined : similarName(reference.sectionName, fitting.map(({ name }) => name));
  const only = meant ?? (fitting.length === 1 ? fitting[0].name : undefined);
  const added = `add a listener with ${reference.sectionName === undefined ? '' : `name: ${reference.sectionName}, `}${reference.port === undefined ? '' : `port: ${reference.port}, `}`
    + `protocol: ${protocolFor(route.kind)} to ${nodeText(parent)}`;
  return only === undefined ? added : `write sectionName: ${only}${reference.port === undefined ? '' : ' and no port'}${meant ? '' : `, or ${added}`}`;
}
