import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Fault } from '../problems/problem';

type Labels = Readonly<Record<string, string>>;

/** The labels by which a workload selects its Pods. */
export function selectorOf(workload: IConstruct): Labels | Fault {
  const declared = (workload as { matchLabels?: Labels }).matchLabels;
  if (declared && Object.keys(declared).length > 0) return declared;
  const selector = manifestOf(workload)?.spec?.selector;
  return selector?.matchLabels ?? (selector?.matchExpressions ? EXPRESSIONS_ONLY : podLabelsOf(workload));
}

/** The labels that the Pods of a workload carry. */
export function podLabelsOf(workload: IConstruct): Labels | Fault {
  const object = manifestOf(workload);
  if (!object) return NOT_A_WORKLOAD;
  const labels = object.kind === 'Pod' ? object.metadata?.labels : templateOf(object)?.metadata?.labels;
  return labels ?? NOT_A_WORKLOAD;
}

interface WorkloadManifest {
  readonly kind?: string;
  readonly metadata?: { readonly labels?: Labels };
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: Labels; readonly matchExpressions?: unknown };
    readonly template?: { readonly metadata?: { readonly labels?: Labels } };
    readonly jobTemplate?: { readonly spec?: { readonly template?: { readonly metadata?: { readonly labels?: Labels } } } };
  };
}

function templateOf(object: WorkloadManifest) {
  return object.spec?.template ?? object.spec?.jobTemplate?.spec?.template;
}

function manifestOf(workload: IConstruct): WorkloadManifest | undefined {
  const child = ApiObject.isApiObject(workload) ? workload : workload.node.defaultChild;
  return child && ApiObject.isApiObject(child) ? (child as ApiObject).toJson() : undefined;
}

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors';

const NOT_A_WORKLOAD: Fault = {
  fact: 'it is no workload with a labelled Pod template',
  why: 'a Service selects Pods by their labels, and none can be read from it',
  fix: 'name the labels of the Pods: PodSelector.labels({ app: \'orders\' })',
  see: SEE,
};

const EXPRESSIONS_ONLY: Fault = {
  fact: 'it selects its Pods by matchExpressions only',
  why: 'a Service compares labels for equality and cannot say an expression',
  fix: 'name labels that only these Pods carry: PodSelector.labels({ app: \'orders\' })',
  see: SEE,
};
