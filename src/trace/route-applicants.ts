import type { OwnedListener } from './gateway-listeners';
import type { Hop } from './trace';
import { fieldAt, listAt } from '../kube/field';
import { attachmentsOf, type Attachment } from '../model/attachment';
import { admitsKind, admitsNamespace, kindsTaken, namespacesTaken, type Admission } from '../model/listener-admission';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { isTransportRoute } from '../model/route-node';

/** A route that would attach to a listener. */
export interface Applicant {
  readonly attachment: Attachment;
  readonly answer: Admission;
  /** What decides. */
  readonly hop: Hop;
}

/** The routes that are meant for a listener; those that name a listener in vain come after them. */
export function applicantsFor({ owner, listener }: OwnedListener, network: Network): Applicant[] {
  const attachments = attachmentsOf(network).filter(({ parent, route }) => parent === owner && isTransportRoute(route));
  const meant = attachments.filter(({ listeners }) => listeners.includes(listener))
    .flatMap((attachment) => judged(attachment, { owner, listener }, network) ?? []);
  return meant.length > 0 ? meant : attachments.filter(({ listeners }) => listeners.length === 0).map(nowhere);
}

/** Nothing where a route for all listeners of its kind passes by one of another. */
function judged(attachment: Attachment, { owner, listener }: OwnedListener, network: Network): Applicant | undefined {
  const { route, reference } = attachment;
  const kind = admitsKind(listener, route);
  const isExplicit = reference.sectionName !== undefined || reference.port !== undefined;
  if (kind === 'refused') return isExplicit ? { attachment, answer: kind, hop: otherKind(attachment, { owner, listener }) } : undefined;
  const namespace = admitsNamespace(listener, { route, parent: owner, network });
  if (namespace !== 'taken') return { attachment, answer: namespace, hop: otherNamespace(attachment, { owner, listener }, namespace) };
  const text = kind === 'taken' ? `${attachedText(attachment)}${namesText(attachment)}` : 'attaches to a TLS listener, which only implementations of Gateway API 1.4 and older let a TCPRoute do';
  return { attachment, answer: kind, hop: { object: route, path: decidingPath(attachment), text } };
}

function attachedText({ reference: { sectionName, port }, parent }: Attachment): string {
  if (sectionName !== undefined) return `attaches to the listener "${sectionName}"`;
  return port === undefined ? `attaches to every listener of ${nodeText(parent)} that takes its kind` : `attaches to port ${port}`;
}

/** Only clients that name one of the hosts at the start of TLS are sent on. */
function namesText({ route: { kind, object } }: Attachment): string {
  const names = kind === 'TLSRoute' ? listAt(object, 'spec', 'hostnames').map(String) : [];
  return names.length > 0 ? `, for clients whose TLS handshake names ${names.join(' or ')}` : '';
}

function decidingPath({ reference: { sectionName, port, path } }: Attachment) {
  if (sectionName !== undefined) return [...path, 'sectionName'];
  return port === undefined ? path : [...path, 'port'];
}

function otherKind({ route }: Attachment, { owner, listener }: OwnedListener): Hop {
  const field = listener.kinds.length > 0 ? ['allowedRoutes', 'kinds'] : ['protocol'];
  return { object: owner, path: [...listener.path, ...field], text: `takes ${kindsTaken(listener)}: ${nodeText(route)} is not attached (NotAllowedByListeners)` };
}

function otherNamespace({ route }: Attachment, { owner, listener }: OwnedListener, answer: Admission): Hop {
  const path = fieldAt(listener.object, 'allowedRoutes', 'namespaces') === undefined ? listener.path : [...listener.path, 'allowedRoutes', 'namespaces'];
  const taken = `takes ${namespacesTaken(listener, owner.namespace)}`;
  return answer === 'refused'
    ? { object: owner, path, text: `${taken}: ${nodeText(route)} is not attached (NotAllowedByListeners)` }
    : { object: owner, path, text: `${taken}: whether ${nodeText(route)} is attached depends on the labels of Namespace ${route.namespace}, which are not known` };
}

function nowhere(attachment: Attachment): Applicant {
  const { route, reference: { sectionName, port, path }, parent } = attachment;
  const isNameThere = parent.listeners.some(({ name }) => name === sectionName);
  const wanted = [sectionName === undefined ? [] : `"${sectionName}"`, port === undefined ? [] : `on port ${port}`].flat().join(' ');
  const text = `asks for a listener ${wanted}, which ${nodeText(parent)} does not have: it is not attached (NoMatchingParent)`;
  return { attachment, answer: 'refused', hop: { object: route, path: isNameThere ? [...path, 'port'] : decidingPath(attachment), text } };
}
