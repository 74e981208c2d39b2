import { arePodLabelsKnown } from '../../model/known-labels';
import type { LabelSelector } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNamespace } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import type { WorkloadNode } from '../../model/workload-node';
import { isTypingMistake, similarName } from '../../values/similar-name';
import { makerOfPods } from '../selector/granted';

/** Why Pods that a selector looks for may be there although no object shows them; `undefined` where none can be. */
export function whyUnseen(selector: LabelSelector, namespace: string, network: Network): string | undefined {
  return unreadIn(network, namespace) ?? (isMisspelt(selector, namespace, network) ? undefined : madeIn(network, namespace));
}

const unreadIn = oncePerNamespace((network, namespace): string | undefined => {
  if (network.circumstances.unreadable.length > 0) return 'some of the input could not be read';
  if (network.workloadsIn(namespace).length === 0) return `no workload of namespace ${namespace} is among the objects`;
  const unread = network.workloadsIn(namespace).find((workload) => !arePodLabelsKnown(workload));
  return unread && `the labels of ${nodeText(unread)} are filled in later`;
});

const madeIn = oncePerNamespace((network, namespace): string | undefined => {
  const operated = operatedIn(network, namespace);
  if (operated) return `the operator of ${nodeText(operated)} may make its Pods`;
  const role = makerOfPods(network, namespace);
  return role && `${role.kind} ${role.name} allows something to make Pods`;
});

/** A selector is compared with so many workloads and not with all. */
const COMPARED = 100;

/** What a selector that matches nothing was probably meant for. */
export interface NearMiss {
  readonly workload?: WorkloadNode;
  /** `; nearest is Deployment shop/web: app is web, not wep` */
  readonly text: string;
  /** The labels to write instead. */
  readonly fix?: string;
}

export function nearMiss(selector: LabelSelector, namespace: string, network: Network): NearMiss {
  const workload = nearestWorkload(selector, namespace, network);
  const differences = workload ? differencesFrom(workload, selector) : [];
  if (!workload || differences.length === 0) return { text: '' };
  return {
    workload,
    text: `; nearest is ${nodeText(workload)}: ${differences.map(({ text }) => text).join(' and ')}`,
    fix: differences.map(({ fix }) => fix).join(' and '),
  };
}

/** Whether a workload carries all labels of a selector but one, and that one but for a typing mistake: whatever an operator makes, it is meant. */
function isMisspelt({ labels, expressions }: LabelSelector, namespace: string, network: Network): boolean {
  return expressions.length === 0 && network.workloadsIn(namespace).slice(0, COMPARED).some(({ podLabels }) => {
    const [difference, ...others] = Object.entries(labels).filter(([key, value]) => podLabels[key] !== value);
    return difference !== undefined && others.length === 0 && isTypingMistake(difference[1], podLabels[difference[0]] ?? '');
  });
}

/** The workload that carries most of the labels of a selector. */
function nearestWorkload({ labels }: LabelSelector, namespace: string, network: Network): WorkloadNode | undefined {
  const wanted = Object.entries(labels);
  const score = ({ podLabels }: WorkloadNode) => wanted.reduce((sum, [key, value]) => sum + likeness(value, podLabels[key]), 0);
  const scored = network.workloadsIn(namespace).slice(0, COMPARED).map((workload) => ({ workload, score: score(workload) }));
  return scored.filter(({ score: found }) => found > 0).sort((a, b) => b.score - a.score)[0]?.workload;
}

function likeness(wanted: string, actual: string | undefined): number {
  if (actual === wanted) return 2;
  return actual !== undefined && similarName(wanted, [actual]) !== undefined ? 1 : 0;
}

function differencesFrom({ podLabels }: WorkloadNode, { labels }: LabelSelector): Array<{ readonly text: string; readonly fix: string }> {
  const wrong = Object.entries(labels).filter(([key, value]) => podLabels[key] !== value);
  return wrong.map(([key, value]) => (Object.hasOwn(podLabels, key)
    ? { text: `${key} is ${podLabels[key]}, not ${value}`, fix: `write ${key}: ${podLabels[key]}` }
    : { text: `there is no ${key}`, fix: `remove ${key}` }));
}
