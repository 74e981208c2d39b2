import { fieldAt, listAt, recordAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { arePodLabelsKnown, labelsText } from '../../model/known-labels';
import { valuesText } from '../../model/label-selector';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';

/** A controller that would not know its own Pods. */
export const workloadSelectorMismatch: Check = {
  name: 'workload-selector-mismatch',
  severity: 'error',
  summary: 'The selector of a Deployment, StatefulSet, DaemonSet or ReplicaSet is missing, empty, or does not match the labels of its Pod template.',
  why: 'the controller would not recognise the Pods that it makes, so the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  * run({ workloads }) {
    for (const workload of workloads) {
      if (workload.apiVersion !== 'apps/v1' || !KINDS.has(workload.kind) || !arePodLabelsKnown(workload)) continue;
      yield* withoutSelector(workload);
      yield* unmatchedLabels(workload);
      yield* unmatchedExpressions(workload);
    }
  },
};

const KINDS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

function* withoutSelector(workload: WorkloadNode): Iterable<Problem> {
  const selector = fieldAt(workload.object, 'spec', 'selector') ?? undefined;
  if (selector === undefined ? isPatch(workload) : !isEmpty(selector)) return;
  const isLabelled = Object.keys(workload.podLabels).length > 0;
  const [label] = Object.entries(isLabelled ? workload.podLabels : { app: workload.name });
  yield {
    object: workload,
    path: selector === undefined ? ['spec'] : ['spec', 'selector'],
    fact: selector === undefined ? 'has no spec.selector' : 'has an empty spec.selector',
    fix: `add spec.selector.matchLabels ${labelsText(Object.fromEntries([label]))}${isLabelled ? '' : ', and the same to spec.template.metadata.labels'}`,
  };
}

/** Part of a Deployment, as kustomize lays it over a whole one. */
function isPatch({ podLabels, containers }: WorkloadNode): boolean {
  return Object.keys(podLabels).length === 0 || containers.some(({ object }) => textAt(object, 'image') === undefined);
}

function isEmpty(selector: unknown): boolean {
  return typeof selector === 'object' && ['matchLabels', 'matchExpressions'].every((field) => {
    const value = fieldAt(selector, field) ?? {};
    return typeof value === 'object' && Object.keys(value).length === 0;
  });
}

function* unmatchedLabels(workload: WorkloadNode): Iterable<Problem> {
  for (const [key, value] of Object.entries(recordAt(workload.object, 'spec', 'selector', 'matchLabels'))) {
    if (typeof value !== 'string' || isPlaceholder(value) || isPlaceholder(key) || podLabel(workload, key) === value) continue;
    const found = podLabel(workload, key);
    yield {
      object: workload,
      path: ['spec', 'selector', 'matchLabels', key],
      fact: `selects ${labelsText({ [key]: value })}, but its Pod template has ${templateLabel(workload, key)}`,
      fix: found === undefined ? `add ${labelsText({ [key]: value })} to spec.template.metadata.labels` : `make it ${labelsText({ [key]: found })}`,
    };
  }
}

function* unmatchedExpressions(workload: WorkloadNode): Iterable<Problem> {
  for (const [index, expression] of listAt(workload.object, 'spec', 'selector', 'matchExpressions').entries()) {
    const key = textAt(expression, 'key');
    const operator = textAt(expression, 'operator') ?? '';
    const values = listAt(expression, 'values');
    if (key === undefined || [key, ...values].some(isPlaceholder) || fits(operator, podLabel(workload, key), values)) continue;
    const [first] = operator === 'In' ? values : [];
    yield {
      object: workload,
      path: ['spec', 'selector', 'matchExpressions', index],
      fact: `selects ${key} ${operator} ${valuesText(values)}`.trimEnd() + `, but its Pod template has ${templateLabel(workload, key)}`,
      fix: typeof first === 'string' ? `set ${labelsText({ [key]: first })} in spec.template.metadata.labels`
        : `change the label ${key} in spec.template.metadata.labels, or remove the expression`,
    };
  }
}

function podLabel({ podLabels }: WorkloadNode, key: string): string | undefined {
  return Object.hasOwn(podLabels, key) ? podLabels[key] : undefined;
}

function templateLabel(workload: WorkloadNode, key: string): string {
  const value = podLabel(workload, key);
  return value === undefined ? `no label ${key}` : labelsText({ [key]: value });
}

function fits(operator: string, value: string | undefined, values: readonly unknown[]): boolean {
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    default: return true;
  }
}
