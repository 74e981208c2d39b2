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
  const listening = workloadsUnder(policy, network).map((workload) => ({ workload, declared: declaredBy(workload) }));
  if (listening.some(({ declared }) => declared.some((found) => found.protocol === protocol))) return undefined;
  const blocked = listening.find(({ workload, declared }) => declared.length > 0 && arePortsKnown(workload)
    && declared.every((found) => !isAdmitted(policiesOn(workload, network), workload, port, found.protocol)));
  if (!blocked) return undefined;
  const { workload, declared: [{ protocol: actual }] } = blocked;
  return {
    object: policy,
    path: isProtocolGiven ? [...path, 'protocol'] : path,
    fact: `allows connections to ${port}/${protocol}${isProtocolGiven ? '' : ', the protocol of a rule that names none'}; ${nodeText(workload)} listens on ${port}/${actual}`,
    fix: isProtocolGiven ? `write protocol: ${actual}` : `add protocol: ${actual}`,
    related: [workload],
  };
}
