import type { Check, Problem } from '../check';
import { nearMiss, whyUnseen } from './unmatched-selector';
import { selectorText, selectsAll, workloadsSelected } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { policiesOf, type NetworkPolicyNode, type PolicyPeer } from '../../model/network-policy-node';

/** A NetworkPolicy allows Pods that are not there. */
export const netpolPeerDangling: Check = {
  name: 'netpol-peer-dangling',
  severity: 'info',
  summary: 'A rule of a NetworkPolicy allows Pods of its own namespace by labels that none of them carries.',
  why: 'the rule allows nobody; whoever it was written for is kept out',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  * run(network) {
    for (const policy of policiesOf(network)) {
      for (const peer of [...policy.ingress, ...policy.egress].flatMap(({ peers }) => peers)) {
        const problem = problemOf(policy, peer, network);
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(policy: NetworkPolicyNode, peer: PolicyPeer, network: Network): Problem | undefined {
  const { namespace } = policy;
  const { podSelector, path } = peer;
  if (!podSelector || !isOfOwnNamespace(peer) || workloadsSelected(podSelector, namespace, network).length > 0) return undefined;
  if (whyUnseen(podSelector, namespace, network)) return undefined;
  const { text, fix, workload } = nearMiss(podSelector, namespace, network);
  return {
    object: policy,
    path: [...path, 'podSelector'],
    fact: `allows Pods with ${selectorText(podSelector)}, which namespace ${namespace} does not have${text}`,
    fix: fix ?? 'add namespaceSelector: {} beside podSelector if the Pods are in another namespace, or remove the peer',
    related: workload ? [workload] : [],
  };
}

function isOfOwnNamespace({ podSelector, hasNamespaceSelector, hasIpBlock }: PolicyPeer): boolean {
  return podSelector !== undefined && podSelector.isKnown && !selectsAll(podSelector) && !hasNamespaceSelector && !hasIpBlock;
}
