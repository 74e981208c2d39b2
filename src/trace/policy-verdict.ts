import { allOf, anyOf, includes, type Answer, type PolicySubject } from './policy-peers';
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

/** A port of the Pods of a workload. */
export interface Destination {
  readonly workload: WorkloadNode;
  readonly targetPort: number;
  readonly protocol: string;
}

/** Whether NetworkPolicies let a client connect: those of its own Pod, and those of the Pods that it connects to. */
export function policyVerdict(client: Client, destination: Destination, network: Network): PolicyVerdict {
  const verdicts = [egress(client, destination, network), ingress(client, destination, network)].filter((verdict) => verdict !== undefined);
  const isLetThrough = allOf(verdicts.map((verdict) => verdict.isLetThrough));
  const decisive = verdicts.find((verdict) => verdict.isLetThrough === isLetThrough);
  return { isLetThrough, hops: verdicts.flatMap(({ hops }) => hops), reason: isLetThrough === 'yes' ? undefined : decisive?.reason };
}

function ingress({ from, namespace, labels }: Client, destination: Destination, network: Network): PolicyVerdict | undefined {
  const policies = policiesOn(destination.workload, network).filter(({ isolatesIngress }) => isolatesIngress);
  if (policies.length === 0) return undefined;
  const question: RuleQuestion = { direction: 'ingress', subject: { kind: from, namespace, labels }, destination, network };
  return settled(policies, question, from === 'node' ? 'a node always reaches the Pods that it runs itself' : undefined);
}

/** Only where it is told which Pod connects. */
function egress({ from, namespace, labels }: Client, destination: Destination, network: Network): PolicyVerdict | undefined {
  if (from !== 'pod' || namespace === undefined || labels === undefined) return undefined;
  const policies = policiesOf(network).filter((policy) => policy.isolatesEgress && policy.namespace === namespace && takes(policy.podSelector, labels));
  if (policies.length === 0) return undefined;
  const { workload } = destination;
  return settled(policies, { direction: 'egress', subject: { kind: 'pod', namespace: workload.namespace, labels: workload.podLabels }, destination, network });
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
  const { direction, destination: { targetPort, protocol }, network } = question;
  const answers = policies.flatMap((policy) => policy[direction].map((rule) => ({ policy, rule, answer: answerOf(policy, rule, question) })));
  const way = direction === 'ingress' ? 'in on' : 'out to';
  const open = answers.find(({ answer }) => answer === 'yes');
  if (open) return { isLetThrough: 'yes', hops: [{ object: open.policy, path: open.rule.path, text: `lets the connection ${way} ${targetPort}/${protocol}` }] };
  const found = anyOf([...answers.map(({ answer }) => answer), ...policies.map(({ isKnown }): Answer => (isKnown ? 'no' : 'unclear'))]);
  const isLetThrough = found === 'no' && (excuse !== undefined || hasOtherPolicies(network)) ? 'unclear' : found;
  const unclear = answers.find(({ answer }) => answer === 'unclear');
  if (found === 'unclear' && unclear) return perhaps(unclear.policy, unclear.rule, question);
  const hops = policies.map((policy) => ({ object: policy, path: fieldOf(policy, direction), text: `no rule lets the connection ${way} ${targetPort}/${protocol}` }));
  const doubt = excuse ?? (hasOtherPolicies(network) ? 'other kinds of policies are among the objects' : 'some of it is filled in later');
  const names = policies.map(nodeText).join(' and ');
  return { isLetThrough, hops, reason: isLetThrough === 'no' ? `${names} ${policies.length === 1 ? 'does' : 'do'} not let the connection ${way} ${targetPort}/${protocol}, and the packets are dropped` : `${names} ${policies.length === 1 ? 'has' : 'have'} no rule for it, but ${doubt}` };
}

function perhaps(policy: NetworkPolicyNode, { path }: PolicyRule, { direction, subject, destination: { targetPort, protocol } }: RuleQuestion): PolicyVerdict {
  const way = direction === 'ingress' ? 'in on' : 'out to';
  const whom = direction === 'egress' || subject.kind !== 'pod' ? 'addresses and labels that are not known' : 'the namespace and the labels of the client\'s Pod, which are not told';
  return {
    isLetThrough: 'unclear',
    hops: [{ object: policy, path, text: `lets the connection ${way} ${targetPort}/${protocol}, depending on ${whom}` }],
    reason: `${nodeText(policy)} decides in ${pathText(path)} by ${whom}`,
  };
}

/** The list of rules, or what makes an empty one hold. */
function fieldOf({ object }: NetworkPolicyNode, direction: RuleQuestion['direction']): [string, ...string[]] {
  const spec = (object.spec ?? {}) as Readonly<Record<string, unknown>>;
  return Array.isArray(spec[direction]) ? ['spec', direction] : ['spec', Array.isArray(spec.policyTypes) ? 'policyTypes' : 'podSelector'];
}

function answerOf({ namespace }: NetworkPolicyNode, rule: PolicyRule, { subject, destination, network }: RuleQuestion): Answer {
  const { workload, targetPort, protocol } = destination;
  const isAboutPort = admits(rule, workload, targetPort, protocol) ? 'yes' : 'no';
  const hasUnknownName = rule.ports.some(({ port }) => typeof port === 'string') && workload.containers.some(({ hasUnknownPorts }) => hasUnknownPorts);
  return allOf([isAboutPort === 'no' && hasUnknownName ? 'unclear' : isAboutPort, includes(rule.peers, subject, { policyNamespace: namespace, network })]);
}
