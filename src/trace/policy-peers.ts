import type { Client } from './trace';
import { selectsAll, takes, type LabelSelector } from '../model/label-selector';
import { chooses, labelsOfNamespace } from '../model/listener-admission';
import type { Network } from '../model/network';
import type { IpBlock, PolicyPeer } from '../model/network-policy-node';

/** Whether something holds; `unclear` where the objects do not tell. */
export type Answer = 'yes' | 'unclear' | 'no';

/** One of two ends of a connection, as a NetworkPolicy knows it. */
export interface PolicySubject {
  readonly kind: Client['from'];
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Whether a rule is about someone: no peers are everyone. */
export function includes(peers: readonly PolicyPeer[], subject: PolicySubject, { policyNamespace, network }: Surroundings): Answer {
  return peers.length === 0 ? 'yes' : anyOf(peers.map((peer) => isPeer(peer, subject, { policyNamespace, network })));
}

export interface Surroundings {
  readonly policyNamespace: string;
  readonly network: Network;
}

export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unclear') ? 'unclear' : 'no';
}

export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unclear') ? 'unclear' : 'yes';
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: PolicyPeer, subject: PolicySubject, surroundings: Surroundings): Answer {
  if (ipBlock) return isInBlock(ipBlock, subject);
  // Selectors are about Pods: https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
  if (subject.kind !== 'pod') return 'no';
  return allOf([isNamespace(namespaceSelector, subject, surroundings), podSelector ? isPod(podSelector, subject) : 'yes']);
}

/** Addresses of Pods are not known, and network plugins differ in whether a block is about Pods at all. */
function isInBlock({ cidr, except }: IpBlock, { kind }: PolicySubject): Answer {
  const isEveryone = /^(0\.0\.0\.0|::)\/0$/.test(cidr) && except.length === 0;
  return isEveryone && kind !== 'pod' ? 'yes' : 'unclear';
}

function isNamespace(selector: LabelSelector | undefined, { namespace }: PolicySubject, { policyNamespace, network }: Surroundings): Answer {
  if (selector && selector.isKnown && selectsAll(selector)) return 'yes';
  if (namespace === undefined) return 'unclear';
  if (!selector) return namespace === policyNamespace ? 'yes' : 'no';
  return ADMITTED[chooses(selector, labelsOfNamespace(namespace, network))];
}

const ADMITTED = { taken: 'yes', unclear: 'unclear', refused: 'no' } as const;

function isPod(selector: LabelSelector, { labels }: PolicySubject): Answer {
  if (!selector.isKnown) return 'unclear';
  if (selectsAll(selector)) return 'yes';
  if (labels === undefined) return 'unclear';
  return takes(selector, labels) ? 'yes' : 'no';
}
