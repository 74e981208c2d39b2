import type { WorkloadNode } from './workload-node';
import { numberAt } from '../kube/field';

type Labels = Readonly<Record<string, string>>;

/** The label that tells the Pods of a StatefulSet apart. */
export const POD_NAME = 'statefulset.kubernetes.io/pod-name';

/** The label with the ordinal of a StatefulSet's Pod. */
export const POD_INDEX = 'apps.kubernetes.io/pod-index';

type Says = (workload: WorkloadNode, value: string) => boolean;

/** Labels that controllers put on Pods when they make them; a template does not show them. */
const CONTROLLER_LABELS: ReadonlyMap<string, { readonly kinds: readonly string[]; readonly says: Says }> = new Map([
  [POD_NAME, { kinds: ['StatefulSet'], says: (workload, value) => hasOrdinal(workload, ordinalOf(workload, value)) }],
  [POD_INDEX, { kinds: ['StatefulSet'], says: (workload, value) => hasOrdinal(workload, value) }],
  ['controller-revision-hash', { kinds: ['StatefulSet', 'DaemonSet'], says: mayBe }],
  ['pod-template-hash', { kinds: ['Deployment', 'ReplicaSet'], says: mayBe }],
  ['pod-template-generation', { kinds: ['DaemonSet'], says: mayBe }],
  ['batch.kubernetes.io/job-name', { kinds: ['Job', 'CronJob'], says: isJobNamed }],
  ['job-name', { kinds: ['Job', 'CronJob'], says: isJobNamed }],
  ['batch.kubernetes.io/job-completion-index', { kinds: ['Job', 'CronJob'], says: (_workload, value) => isOrdinal(value) }],
  ['batch.kubernetes.io/controller-uid', { kinds: ['Job', 'CronJob'], says: mayBe }],
  ['controller-uid', { kinds: ['Job', 'CronJob'], says: mayBe }],
]);

/** Whether a controller, and not the template, gives Pods this label. */
export function isControllerLabel(key: string): boolean {
  return CONTROLLER_LABELS.has(key);
}

/** Whether a selector catches Pods of the workload, the labels that its controller adds included. */
export function catches(selector: Labels, workload: WorkloadNode): boolean {
  const entries = Object.entries(selector);
  return entries.length > 0 && entries.every(([key, value]) => carries(workload, key, value));
}

/** Whether Pods of the workload carry a label, in their template or from its controller. */
export function carries(workload: WorkloadNode, key: string, value: string): boolean {
  const label = CONTROLLER_LABELS.get(key);
  // What a controller gives replaces what the template says.
  return label?.kinds.includes(workload.kind) ? label.says(workload, value) : workload.podLabels[key] === value;
}

/** How many Pods of a workload a selector catches that catches any of them: of a StatefulSet, a single one may be asked for. */
export function podsCaught(selector: Labels, { kind, replicas }: WorkloadNode): number | undefined {
  const isForOne = kind === 'StatefulSet' && [POD_NAME, POD_INDEX].some((key) => Object.hasOwn(selector, key));
  return isForOne ? 1 : replicas;
}

/** The ordinals of a StatefulSet's Pods, the last one excluded; without an end where the number of replicas is not known. */
export function ordinalsOf({ object, replicas }: WorkloadNode): { readonly start: number; readonly end: number } {
  const start = numberAt(object, 'spec', 'ordinals', 'start') ?? 0;
  return { start, end: start + (replicas ?? Infinity) };
}

/** The name of a StatefulSet, from that of its Pod: `orders-db` from `orders-db-2`. */
export function ownerOfPod(podName: string): string {
  return podName.replace(/-\d+$/, '');
}

function ordinalOf({ name }: WorkloadNode, podName: string): string {
  return podName.startsWith(`${name}-`) ? podName.slice(name.length + 1) : '';
}

function hasOrdinal(workload: WorkloadNode, ordinal: string): boolean {
  const { start, end } = ordinalsOf(workload);
  return isOrdinal(ordinal) && Number(ordinal) >= start && Number(ordinal) < end;
}

function isOrdinal(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text);
}

// A CronJob calls its Jobs by its own name and the minute.
function isJobNamed({ kind, name, object }: WorkloadNode, value: string): boolean {
  return kind === 'CronJob' || object.metadata.name === undefined ? value.startsWith(name) : value === name;
}

function mayBe(): boolean {
  return true;
}
