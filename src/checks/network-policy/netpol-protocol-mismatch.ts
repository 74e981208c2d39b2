import { groupedBy } from '../../model/grouped-by';
import { oncePerNetwork } from '../../model/once-per-network';
import type { Check, Problem } from '../check';
import { isAdmitted } from './admission';
import type { Network } from '../../model/network';
import { hasOtherPolicies, policiesOf, policiesOn, workloadsUnder, type NetworkPolicyNode, type PolicyPort } from '../../model/network-policy-node';
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
      for (const port of policy.ingress.flatMap(({ ports }) => ports)) {
        const problem = problemOf(policy, port, network);
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(policy: NetworkPolicyNode, { port, endPort, protocol, isProtocolGiven, path }: PolicyPort, network: Network): Problem | undefined {
  if (typeof port !== 'number' || endPort !== undefined) return undefined;
  const declaredBy = (workload: WorkloadNode) => portsDeclared(workload).filter(({ containerPort }) => containerPort === port);
  const listening = workloadsDeclaring(port, workloadsUnder(policy, network), network);
  if (listening.some((workload) => declaredBy(workload).some((found) => found.protocol === protocol))) return undefined;
  const blocked = listening.find((workload) => arePortsKnown(workload)
    && declaredBy(workload).every((found) => !isAdmitted(policiesOn(workload, network), workload, port, found.protocol)));
  if (!blocked) return undefined;
  const [{ protocol: actual }] = declaredBy(blocked);
  return {
    object: policy,
    path: isProtocolGiven ? [...path, 'protocol'] : path,
    fact: `allows connections to ${port}/${protocol}${isProtocolGiven ? '' : ', the protocol of a rule that names none'}; ${nodeText(blocked)} listens on ${port}/${actual}`,
    fix: isProtocolGiven ? `write protocol: ${actual}` : `add protocol: ${actual}`,
    related: [blocked],
  };
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
