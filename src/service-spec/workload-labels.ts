import { ApiObject, type ApiObjectMetadataDefinition } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Fault } from '../problems/problem';
import { shown } from '../values/shown';

type Labels = Readonly<Record<string, string>>;

/** The labels by which a workload selects its Pods. */
export function selectorOf(workload: IConstruct): Labels | Fault {
  const subject = subjectOf(workload);
  const { matchLabels, matchExpressions } = isDeclaring(subject) ? subject : manifestOf(subject)?.spec?.selector ?? {};
  if (matchExpressions && matchExpressions.length > 0) return selectsByExpressions(podLabelsOf(workload));
  return matchLabels && Object.keys(matchLabels).length > 0 ? matchLabels : podLabelsOf(workload);
}

/** The labels that the Pods of a workload carry. */
export function podLabelsOf(workload: IConstruct): Labels | Fault {
  const subject = subjectOf(workload);
  const labels = isDeclaring(subject) ? declaredPodLabels(subject) : podLabelsIn(manifestOf(subject));
  return labels && Object.keys(labels).length > 0 ? labels : NOT_A_WORKLOAD;
}

/** The namespace of a workload, where its metadata or its chart says it. */
export function namespaceOf(workload: IConstruct): string | undefined {
  return apiObjectOf(subjectOf(workload))?.metadata.namespace;
}

/**
 * A workload that says its labels itself: those of cdk8s-plus and of this library.
 *
 * Their manifests must not be rendered before synthesis: containers may be missing yet, and with `spread` each rendering
 * of cdk8s-plus adds its anti-affinity once more.
 */
interface DeclaringWorkload extends IConstruct {
  readonly podMetadata?: ApiObjectMetadataDefinition;
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly unknown[];
}

function isDeclaring(workload: IConstruct): workload is DeclaringWorkload {
  const { podMetadata, matchLabels } = workload as DeclaringWorkload;
  return typeof podMetadata?.toJson === 'function' || (typeof matchLabels === 'object' && matchLabels !== null);
}

function declaredPodLabels({ podMetadata, matchLabels }: DeclaringWorkload): Labels | undefined {
  return podMetadata ? podMetadata.toJson()?.labels : matchLabels;
}

/** The workload itself, or the one whose object this is. */
function subjectOf(workload: IConstruct): IConstruct {
  const owner = ApiObject.isApiObject(workload) ? workload.node.scope : undefined;
  return owner && isDeclaring(owner) && owner.node.defaultChild === workload ? owner : workload;
}

interface WorkloadManifest {
  readonly kind?: string;
  readonly metadata?: { readonly labels?: Labels };
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: Labels; readonly matchExpressions?: readonly unknown[] };
    readonly template?: PodTemplate;
    readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } };
  };
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: Labels };
}

function podLabelsIn(manifest: WorkloadManifest | undefined): Labels | undefined {
  return podTemplateOf(manifest)?.metadata?.labels;
}

function podTemplateOf(manifest: WorkloadManifest | undefined): PodTemplate | undefined {
  if (manifest?.kind === 'Pod') return manifest;
  return manifest?.spec?.template ?? manifest?.spec?.jobTemplate?.spec?.template;
}

function manifestOf(workload: IConstruct): WorkloadManifest | undefined {
  return apiObjectOf(workload)?.toJson();
}

function apiObjectOf(workload: IConstruct): ApiObject | undefined {
  const child = Construct.isConstruct(workload) && !ApiObject.isApiObject(workload) ? workload.node.defaultChild : workload;
  return ApiObject.isApiObject(child) ? child as ApiObject : undefined;
}

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors';

const NOT_A_WORKLOAD: Fault = {
  fact: 'it is no workload with a labelled Pod template',
  why: 'a Service selects Pods by their labels, and none can be read from it',
  fix: 'name the labels of the Pods: PodSelector.labels({ app: \'orders\' })',
  see: SEE,
};

function selectsByExpressions(podLabels: Labels | Fault): Fault {
  return {
    fact: 'it selects its Pods by matchExpressions',
    why: 'a Service compares labels for equality; without the expressions it could send to Pods of other workloads',
    fix: `name labels that only these Pods carry: PodSelector.labels(${podLabels === NOT_A_WORKLOAD ? '{ app: \'orders\' }' : shown(podLabels)})`,
    see: SEE,
  };
}
