import { fieldAt } from '../../kube/field';
import { labelSelector, selectsAll, workloadsSelected } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText, type ObjectNode } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check } from '../check';

/** Two PodDisruptionBudgets have the same Pods. */
export const pdbOverlap: Check = {
  name: 'pdb-overlap',
  severity: 'warning',
  summary: 'Pods are selected by more than one PodDisruptionBudget.',
  why: 'the API server evicts no Pod that has two budgets: draining its node hangs until someone deletes the Pod by hand',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works',
  * run(network) {
    for (const [workload, budgets] of budgetsByWorkload(network)) {
      if (budgets.length < 2) continue;
      yield {
        object: workload,
        path: workload.podSpecPath.length > 1 ? [...workload.podSpecPath.slice(0, -1), 'metadata', 'labels'] : ['metadata', 'labels'],
        fact: `has ${budgets.length} budgets: ${budgets.map(nodeText).join(' and ')} select its Pods`,
        fix: `remove ${nodeText(budgets[budgets.length - 1])}, or narrow its selector so that it leaves out ${workload.name}`,
        related: budgets,
      };
    }
  },
};

function budgetsByWorkload(network: Network): Map<WorkloadNode, ObjectNode[]> {
  const found = new Map<WorkloadNode, ObjectNode[]>();
  for (const budget of network.ofKind('policy', 'PodDisruptionBudget')) {
    for (const workload of isHelmHook(budget) ? [] : workloadsOf(budget, network)) {
      const budgets = found.get(workload);
      if (budgets?.every(({ name }) => name !== budget.name)) budgets.push(budget);
      if (!budgets) found.set(workload, [budget]);
    }
  }
  return found;
}

/** An empty selector takes every Pod of the namespace; in policy/v1beta1 it took none. */
function workloadsOf(budget: ObjectNode, network: Network): readonly WorkloadNode[] {
  const value = fieldAt(budget.object, 'spec', 'selector');
  const selector = labelSelector(value);
  if (value === undefined || value === null || !selector.isKnown || (selectsAll(selector) && budget.apiVersion === 'policy/v1beta1')) return [];
  return workloadsSelected(selector, budget.namespace, network).filter(({ isShortLived, kind }) => !isShortLived && kind !== 'DaemonSet');
}
