import type { Network } from './network';
import { oncePerNetwork } from './once-per-network';
import { isControllerLabel } from './pod-labels';
import type { WorkloadNode } from './workload-node';
import { fieldAt, listAt, recordAt, textAt, textsAt } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** A selector with labels and expressions, as NetworkPolicies have them. */
export interface LabelSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly LabelExpression[];
  /** Whether it says what it selects: nothing in it is filled in later, or written by controllers only. */
  readonly isKnown: boolean;
}

interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly unknown[];
}

export function labelSelector(value: unknown): LabelSelector {
  const labels = textsAt(value, 'matchLabels');
  const expressions = listAt(value, 'matchExpressions').map((expression) => ({
    key: textAt(expression, 'key') ?? '', operator: textAt(expression, 'operator') ?? '', values: listAt(expression, 'values'),
  }));
  const isWhole = Object.keys(recordAt(value, 'matchLabels')).length === Object.keys(labels).length && !isPlaceholder(fieldAt(value));
  const texts = [...Object.entries(labels).flat(), ...expressions.flatMap(({ key, values }) => [key, ...values])];
  return { labels, expressions, isKnown: isWhole && !texts.some(isPlaceholder) && !expressions.some(({ key }) => isControllerLabel(key)) };
}

/** Whether a selector takes every Pod. */
export function selectsAll({ labels, expressions }: LabelSelector): boolean {
  return Object.keys(labels).length === 0 && expressions.length === 0;
}

/** The workloads of a namespace whose Pods a selector takes. */
export function workloadsSelected(selector: LabelSelector, namespace: string, network: Network): readonly WorkloadNode[] {
  const { labels, expressions } = selector;
  const key = JSON.stringify([namespace, labels, expressions]);
  const known = selections(network).get(key) ?? select(selector, namespace, network);
  selections(network).set(key, known);
  return known;
}

/** Many policies of a namespace have one selector: what it takes is one list for all of them. */
const selections = oncePerNetwork(() => new Map<string, readonly WorkloadNode[]>());

function select({ labels, expressions }: LabelSelector, namespace: string, network: Network): readonly WorkloadNode[] {
  const candidates = Object.keys(labels).length > 0 ? network.selectedBy(labels, namespace) : network.workloadsIn(namespace);
  if (expressions.length === 0) return candidates;
  return candidates.filter(({ podLabels }) => expressions.every((expression) => holds(expression, podLabels)));
}

/** Whether a selector takes what carries these labels and no others. */
export function takes({ labels, expressions }: LabelSelector, carried: Readonly<Record<string, string>>): boolean {
  return Object.entries(labels).every(([key, value]) => carried[key] === value) && expressions.every((expression) => holds(expression, carried));
}

function holds({ key, operator, values }: LabelExpression, podLabels: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(podLabels, key) ? podLabels[key] : undefined;
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    default: return false;
  }
}

/** `app=orders, tier in (web, api)` */
export function selectorText({ labels, expressions }: LabelSelector): string {
  const terms = [
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ...expressions.map(({ key, operator, values }) => (values.length > 0 ? `${key} ${operator} (${valuesText(values)})` : `${key} ${operator}`)),
  ];
  return terms.join(', ');
}

/** `web, api`; what is no text as it stands. */
export function valuesText(values: readonly unknown[]): string {
  return values.map((value) => typeof value === 'string' ? value : JSON.stringify(value)).join(', ');
}
