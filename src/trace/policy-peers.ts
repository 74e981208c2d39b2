import type { Client } from './trace';
import { selectsAll, takes, type LabelSelector } from '../model/label-selector';
import { chooses, labelsOfNamespace } from '../model/listener-admission';
import type { Network } from '../model/network';
import type { IpBlock, PolicyPeer } from '../model/network-policy-node';
import { isAddressIn } from '../values/address-block';

/** Whether something holds; `unclear` where the objects do not tell. */
export type Answer = 'yes' | 'unclear' | 'no';

/** One of two ends of a connection, as a NetworkPolicy knows it. */
export interface PolicySubject {
  readonly kind: Client['from'] | 'address';
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly written?: WrittenAddress;
}

/** An address that someone wrote down: probably of a server outside the cluster, perhaps of a Pod. */
export interface WrittenAddress {
  readonly address: string;
  /** The Service whose address the client connects to, where that is replaced on the way. */
  readonly service?: ReplacedAddress;
}

export interface ReplacedAddress {
  /** None where they are not known. */
  readonly addresses: readonly string[];
  readonly servicePort?: number;
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
  if (subject.kind === 'address') return 'unclear';
  // Selectors are about Pods: https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
  if (subject.kind !== 'pod') return 'no';
  return allOf([isNamespace(namespaceSelector, subject, surroundings), podSelector ? isPod(podSelector, subject) : 'yes']);
}

/** Addresses of Pods are not known, and network plugins differ in whether a block is about Pods at all. */
function isInBlock(block: IpBlock, { kind, written }: PolicySubject): Answer {
  if (written) return isWrittenIn(block, written);
  const { cidr, except } = block;
  const isEveryone = /^(0\.0\.0\.0|::)\/0$/.test(cidr) && except.length === 0;
  return isEveryone && kind !== 'pod' ? 'yes' : 'unclear';
}

/**
 * Network plugins differ in whether they look at a connection before the address of a Service is replaced.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
 */
function isWrittenIn(block: IpBlock, { address, service }: WrittenAddress): Answer {
  const own = holds(block, address);
  if (own !== 'no' || !service) return own;
  const isServiceIn = service.addresses.map((replaced) => holds(block, replaced));
  return isServiceIn.length > 0 && anyOf(isServiceIn) === 'no' ? 'no' : 'unclear';
}

/** Whether the addresses that a block has can be told. */
export function isReadable({ cidr, except }: IpBlock): boolean {
  return [cidr, ...except].every((block) => typeof block === 'string' && isAddressIn('0.0.0.0', block) !== undefined);
}

function holds({ cidr, except }: IpBlock, address: string): Answer {
  const isInside = isAddressIn(address, cidr);
  if (isInside !== true) return isInside === false ? 'no' : 'unclear';
  const isLeftOut = except.map((block) => typeof block === 'string' ? isAddressIn(address, block) : undefined);
  if (isLeftOut.includes(true)) return 'no';
  return isLeftOut.includes(undefined) ? 'unclear' : 'yes';
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
