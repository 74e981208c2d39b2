import { groupedBy } from '../../model/grouped-by';
import { oncePerNetwork } from '../../model/once-per-network';
import type { Check, Problem } from '../check';
import { admits, isAdmitted } from './admission';
import type { Network } from '../../model/network';
import { hasOtherPolicies, policiesOf, policiesOn, workloadsUnder, type NetworkPolicyNode, type PolicyPort, type PolicyRule } from '../../model/network-policy-node';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { arePortsKnown, portsDeclared } from '../declared-ports';

/** A NetworkPolicy allows a port for the wrong protocol. */
export const netpolProtocolMismatch: Check = {
  name: 'netpol-protocol-mismatch',
  severity: 'warning',
  summary: 'A rule of a NetworkPolicy allows a port for one protocol, and the Pods listen there with another one.',
  why: 'a rule is for one protocol, TCP where it names none: connections with the other one are dropped without an answer',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  * run(network) {
    if (hasOtherPolicies(network)) return;
    for (const policy of policiesOf(network)) {
      if (!policy.isolatesIngress || !policy.isKnown) continue;
      for (const rule of policy.ingress) {
        for (const port of rule.ports) yield* problemsOf(policy, rule, port, network);
      }
    }
  },
};

function* problemsOf(policy: NetworkPolicyNode, rule: PolicyRule, rulePort: PolicyPort, network: Network): Iterable<Problem> {
  const { port, protocol, isProtocolGiven, path } = rulePort;
  const found = shutOut(policy, rule, rulePort, network);
  if (!found) return;
  const { workload, actual, isOpenToOthers } = found;
  yield {
    object: policy,
    path: isProtocolGiven ? [...path, 'protocol'] : path,
    fact: [`allows connections to ${port}/${protocol}`, isProtocolGiven ? '' : ', the protocol of a rule that names none',
      `; ${nodeText(workload)} listens on ${port}/${actual}`, isOpenToOthers ? ', which other rules allow' : ''].join(''),
    fix: isProtocolGiven ? `write protocol: ${actual}` : `add protocol: ${actual}`,
    related: [workload],
    ...isOpenToOthers ? { severity: 'info' } : {},
  };
}

interface ShutOut {
  readonly workload: WorkloadNode;
  /** The protocol that it listens with. */
  readonly actual: string;
  /** Whether other rules let others in. */
  readonly isOpenToOthers: boolean;
}

/** A workload that listens on the port with other protocols only, none of which the rule allows. */
function shutOut(policy: NetworkPolicyNode, rule: PolicyRule, { port, endPort, protocol }: PolicyPort, network: Network): ShutOut | undefined {
  if (typeof port !== 'number' || endPort !== undefined) return undefined;
  const declaredBy = (workload: WorkloadNode) => portsDeclared(workload).filter(({ containerPort }) => containerPort === port);
  const listening = workloadsDeclaring(port, workloadsUnder(policy, network), network);
  if (listening.some((workload) => declaredBy(workload).some((found) => found.protocol === protocol))) return undefined;
  const affected = listening.filter((workload) => arePortsKnown(workload)
    && !declaredBy(workload).some((found) => admits(rule, workload, port, found.protocol)));
  const isOpen = (workload: WorkloadNode) => declaredBy(workload)
    .some((found) => isAdmitted(policiesOn(workload, network), workload, port, found.protocol));
  const workload = affected.find((candidate) => !isOpen(candidate)) ?? affected[0];
  return workload && { workload, actual: declaredBy(workload)[0].protocol, isOpenToOthers: isOpen(workload) };
}

/** Those of some workloads that declare a number. */
function workloadsDeclaring(port: number, workloads: readonly WorkloadNode[], network: Network): readonly WorkloadNode[] {
  const known = byNumber(network).get(workloads) ?? workloadsByNumber(workloads);
  byNumber(network).set(workloads, known);
  return known.get(port) ?? [];
}

/** Policies with one selector have one list of workloads. */
const byNumber = oncePerNetwork(() => new Map<readonly WorkloadNode[], ReadonlyMap<number, readonly WorkloadNode[]>>());

function workloadsByNumber(workloads: readonly WorkloadNode[]): ReadonlyMap<number, readonly WorkloadNode[]> {
  const declared = workloads.flatMap((workload) => [...new Set(portsDeclared(workload).map(({ containerPort }) => containerPort))]
    .map((number) => ({ number, workload })));
  return new Map([...groupedBy(declared, ({ number }) => number)].map(([number, found]) => [number, found.map(({ workload }) => workload)]));
}
