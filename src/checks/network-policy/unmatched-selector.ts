import type { LabelSelector } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { operatedIn } from '../../model/operators';
import { similarName } from '../../values/similar-name';
import type { WorkloadNode } from '../../model/workload-node';

/** Why Pods that a selector looks for may be there although no object shows them; `undefined` where none can be. */
export function whyUnseen(namespace: string, network: Network): string | undefined {
  if (network.circumstances.unreadable.length > 0) return 'some of the input could not be read';
  if (network.workloadsIn(namespace).length === 0) return `no workload of namespace ${namespace} is among the objects`;
  const operated = operatedIn(network, namespace);
  return operated && `the operator of ${nodeText(operated)} may make its Pods`;
}

/** A selector is compared with so many workloads and not with all. */
const COMPARED = 100;

/** The workload that carries most of the labels of a selector. */
export function nearestWorkload({ labels }: LabelSelector, namespace: string, network: Network): WorkloadNode | undefined {
  const wanted = Object.entries(labels);
  const score = ({ podLabels }: WorkloadNode) => wanted.reduce((sum, [key, value]) => sum + likeness(value, podLabels[key]), 0);
  const scored = network.workloadsIn(namespace).slice(0, COMPARED).map((workload) => ({ workload, score: score(workload) }));
  return scored.filter(({ score: found }) => found > 0).sort((a, b) => b.score - a.score)[0]?.workload;
}

function likeness(wanted: string, actual: string | undefined): number {
  if (actual === wanted) return 2;
  return actual !== undefined && similarName(wanted, [actual]) !== undefined ? 1 : 0;
}

/** `whose app is orders-api, not orders` and the labels to write instead. */
export function difference({ labels }: LabelSelector, { podLabels }: WorkloadNode): { readonly text: string; readonly fix: string } {
  const wrong = Object.entries(labels).filter(([key, value]) => podLabels[key] !== value);
  return {
    text: wrong.map(([key, value]) => (Object.hasOwn(podLabels, key) ? `${key} is ${podLabels[key]}, not ${value}` : `there is no ${key}`)).join(' and '),
    fix: wrong.map(([key]) => (Object.hasOwn(podLabels, key) ? `write ${key}: ${podLabels[key]}` : `remove ${key}`)).join(' and '),
  };
}
