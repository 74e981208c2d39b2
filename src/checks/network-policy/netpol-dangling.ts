import type { Check, Verdict } from '../check';
import { nearMiss, whyUnseen } from './unmatched-selector';
import { selectorText, selectsAll, workloadsSelected } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { policiesOf, type NetworkPolicyNode } from '../../model/network-policy-node';
import { isHelmHook, nodeText } from '../../model/object-node';

/** A NetworkPolicy guards nothing. */
export const netpolDangling: Check = {
  name: 'netpol-dangling',
  severity: 'warning',
  summary: 'The podSelector of a NetworkPolicy matches no Pods.',
  why: 'the policy has no effect: the Pods that it was written for stay open to everyone, or are not allowed what it allows',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  * run(network) {
    for (const policy of policiesOf(network)) {
      const verdict = verdictOn(policy, network);
      if (verdict) yield verdict;
    }
  },
};

function verdictOn(policy: NetworkPolicyNode, network: Network): Verdict | undefined {
  const { podSelector, namespace } = policy;
  if (!podSelector.isKnown || selectsAll(podSelector) || isHelmHook(policy)) return undefined;
  if (workloadsSelected(podSelector, namespace, network).length > 0) return undefined;
  const unseen = whyUnseen(podSelector, namespace, network);
  if (unseen) return { object: policy, cannotTell: `the Pods of ${nodeText(policy)} are not among the objects: ${unseen}` };
  const { text, fix, workload } = nearMiss(podSelector, namespace, network);
  return {
    object: policy,
    path: ['spec', 'podSelector'],
    fact: `selects ${selectorText(podSelector)}, which no Pods of namespace ${namespace} carry${text}`,
    fix: fix === undefined
      ? `write labels that the Pods carry, for example those of ${nodeText(network.workloadsIn(namespace)[0])}`
      : `${fix} in spec.podSelector`,
    related: workload ? [workload] : [],
  };
}
