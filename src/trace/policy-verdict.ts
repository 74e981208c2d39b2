import { allOf, includes, isReadable, type Answer, type PolicySubject, type WrittenAddress } from './policy-peers';
import type { Client, Hop } from './trace';
import { admits } from '../checks/network-policy/admission';
import { pathText } from '../kube/field';
import { takes } from '../model/label-selector';
import type { Network } from '../model/network';
import { hasOtherPolicies, policiesOf, policiesOn, type NetworkPolicyNode, type PolicyRule } from '../model/network-policy-node';
import { nodeText } from '../model/object-node';
import type { WorkloadNode } from '../model/workload-node';

/** What NetworkPolicies make of connections to the Pods of a workload. */
export interface PolicyVerdict {
  readonly isLetThrough: Answer;
  readonly hops: readonly Hop[];
  /** Which policy it was, and why; only where they are not let through for certain. */
  readonly reason?: string;
}

/** A port of the Pods of a workload, or of an address. */
export interface Destination {
  readonly workload?: WorkloadNode;
  readonly written?: WrittenAddress;
  readonly targetPort: number;
  readonly protocol: string;
}

/** Whether NetworkPolicies let a client connect: those of its own Pod, and those of the Pods that it connects to, if any. */
export function policyVerdict(client: Client, destination: Destination, network: Network): PolicyVerdict {
  const verdicts = [egress(client, destination, network), ingress(client, destination, network)].filter((verdict) => verdict !== undefined);
  const isLetThrough = allOf(verdicts.map((verdict) => verdict.isLetThrough));
  const decisive = verdicts.find((verdict) => verdict.isLetThrough === isLetThrough);
  return { isLetThrough, hops: verdicts.flatMap(({ hops }) => hops), reason: isLetThrough === 'yes' ? undefined : decisive?.reason };
}

function ingress({ from, namespace, labels }: Client, destination: Destination, network: Network): PolicyVerdict | undefined {
  const policies = (destination.workload ? policiesOn(destination.workload, network) : []).filter(({ isolatesIngress }) => isolatesIngress);
  if (policies.length === 0) return undefined;
  const question: RuleQuestion = { direction: 'ingress', subject: { kind: from, namespace, labels }, destination, network };
  return settled(policies, question, from === 'node' ? 'a node always reaches the Pods that it runs itself' : undefined);
}

/** Only where it is told which Pod connects. */
function egress({ from, namespace, labels }: Client, destination: Destination, network: Network): PolicyVerdict | undefined {
  if (from !== 'pod' || namespace === undefined || labels === undefined) return undefined;
  const policies = policiesOf(network)
    .filter((policy) => policy.isolatesEgress && policy.namespace === namespace && takes(policy.podSelector, labels));
  if (policies.length === 0) return undefined;
  const { workload, written } = destination;
  const subject: PolicySubject = workload ? { kind: 'pod', namespace: workload.namespace, labels: workload.podLabels } : { kind: 'address', written };
  return settled(policies, { direction: 'egress', subject, destination, network });
}

interface RuleQuestion {
  readonly direction: 'ingress' | 'egress';
  /** The other end, as the peers of the rules name it. */
  readonly subject: PolicySubject;
  readonly destination: Destination;
  readonly network: Network;
}

/** @param excuse why what no rule lets through may get through all the same */
function settled(policies: readonly NetworkPolicyNode[], question: RuleQuestion, excuse?: string): PolicyVerdict {
  const judged = policies.flatMap((policy) => policy[question.direction].map((rule) => ({ policy, rule, answer: answerOf(policy, rule, question) })));
  const open = judged.find(({ answer }) => answer === 'yes');
  if (open) return { isLetThrough: 'yes', hops: [{ object: open.policy, path: open.rule.path, text: `lets ${connectionText(question)}` }] };
  const unclear = judged.find(({ answer }) => answer === 'unclear');
  if (unclear) return perhaps(unclear.policy, unclear.rule, question);
  const hops = policies.map((policy) => ({ object: policy, path: fieldOf(policy, question.direction), text: `no rule lets ${connectionText(question)}` }));
  return { ...closed(policies, question, excuse), hops };
}

function closed(policies: readonly NetworkPolicyNode[], question: RuleQuestion, excuse?: string): Omit<PolicyVerdict, 'hops'> {
  const names = policies.map(nodeText).join(' and ');
  const isOne = policies.length === 1;
  const other = hasOtherPolicies(question.network) ? 'other kinds of policies are among the objects' : undefined;
  const doubt = excuse ?? other ?? (policies.every(({ isKnown }) => isKnown) ? undefined : 'some of it is filled in later');
  return doubt === undefined
    ? { isLetThrough: 'no', reason: `${names} ${isOne ? 'does' : 'do'} not let ${connectionText(question)}, and the packets are dropped` }
    : { isLetThrough: 'unclear', reason: `${names} ${isOne ? 'has' : 'have'} no rule for it, but ${doubt}` };
}

/** `the connection in on 5432/TCP` */
function connectionText({ direction, destination: { targetPort, protocol } }: RuleQuestion): string {
  return `the connection ${direction === 'ingress' ? 'in on' : 'out to'} ${targetPort}/${protocol}`;
}

function perhaps(policy: NetworkPolicyNode, rule: PolicyRule, question: RuleQuestion): PolicyVerdict {
  const { path } = rule;
  const criterion = criterionOf(rule, question);
  return {
    isLetThrough: 'unclear',
    hops: [{ object: policy, path, text: `lets ${connectionText(question)}, depending on ${criterion}` }],
    reason: `${nodeText(policy)} decides in ${pathText(path)} by ${criterion}`,
  };
}

/** What a rule decides by, and is not known. */
function criterionOf(rule: PolicyRule, { direction, subject }: RuleQuestion): string {
  const { peers } = rule;
  const isAboutClient = direction === 'ingress' && subject.kind === 'pod' && (subject.namespace === undefined || subject.labels === undefined);
  if (isAboutClient) return 'the namespace and the labels of the client\'s Pod, which are not told';
  if (subject.kind !== 'address' || !peers.every(({ ipBlock }) => !ipBlock || isReadable(ipBlock))) return 'addresses or labels that are not known';
  return isAboutPods(rule) && (peers.length > 0 || namesPort(rule)) ? 'whether a Pod that it selects has the address' : 'whether the network plugin looks at it before the address of the Service is replaced';
}

/** Blocks of addresses have no ports with names, and no labels. */
function isAboutPods({ peers }: PolicyRule): boolean {
  return peers.length === 0 || peers.some(({ ipBlock }) => !ipBlock);
}

function namesPort({ ports }: PolicyRule): boolean {
  return ports.some(({ port }) => typeof port === 'string');
}

/** The list of rules, or what makes an empty one hold. */
function fieldOf({ object }: NetworkPolicyNode, direction: RuleQuestion['direction']): [string, ...string[]] {
  const spec = (object.spec ?? {}) as Readonly<Record<string, unknown>>;
  return Array.isArray(spec[direction]) ? ['spec', direction] : ['spec', Array.isArray(spec.policyTypes) ? 'policyTypes' : 'podSelector'];
}

function answerOf({ namespace }: NetworkPolicyNode, rule: PolicyRule, { subject, destination, network }: RuleQuestion): Answer {
  return allOf([isAboutPort(rule, destination), includes(rule.peers, subject, { policyNamespace: namespace, network })]);
}

function isAboutPort(rule: PolicyRule, { workload, written, targetPort, protocol }: Destination): Answer {
  if (admits(rule, workload, targetPort, protocol)) return 'yes';
  const isNameUnknown = workload ? workload.containers.some(({ hasUnknownPorts }) => hasUnknownPorts) : isAboutPods(rule);
  const hasUnknownName = isNameUnknown && namesPort(rule);
  const servicePort = written?.service?.servicePort;
  return hasUnknownName || (servicePort !== undefined && admits(rule, undefined, servicePort, protocol)) ? 'unclear' : 'no';
}
