import { containerNodes, servingPorts, type ContainerNode, type ContainerPortNode } from './container-node';
import { groupOf, isHelmHook, type ObjectKind, type ObjectNode } from './object-node';
import { fieldAt, listAt, numberAt, recordAt, textAt, textsAt, type FieldPath } from '../kube/field';

/** What runs Pods: a built-in kind, or any other whose `spec.template` is a Pod template. */
export interface WorkloadNode extends ObjectNode {
  readonly podLabels: Readonly<Record<string, string>>;
  /** The place of the Pod's spec in the object. */
  readonly podSpecPath: FieldPath;
  readonly podSpec: Readonly<Record<string, unknown>>;
  readonly containers: readonly ContainerNode[];
  /** The ports that clients can reach while the Pods run. */
  readonly servingPorts: readonly ContainerPortNode[];
  /** How many Pods; absent where the nodes decide (DaemonSet) or nothing says. */
  readonly replicas?: number;
  /** Whether the Pods end by themselves, or are run by Helm as a hook. */
  readonly isShortLived: boolean;
}

const TEMPLATE_PATHS: ReadonlyMap<string, FieldPath> = new Map<string, FieldPath>([
  ['Pod', []],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** The workload that an object is, or `undefined`. */
export function workloadNode(node: ObjectNode): WorkloadNode | undefined {
  const templatePath = TEMPLATE_PATHS.get(node.kind) ?? ['spec', 'template'];
  const template = fieldAt(node.object, ...templatePath);
  if (!Array.isArray(fieldAt(template, 'spec', 'containers')) || hasEnded(node)) return undefined;
  const podSpecPath = [...templatePath, 'spec'];
  const containers = containerNodes(node.object, podSpecPath);
  return {
    ...node,
    podLabels: textsAt(template, 'metadata', 'labels'),
    podSpecPath,
    podSpec: recordAt(template, 'spec'),
    containers,
    servingPorts: servingPorts(containers),
    replicas: replicasOf(node),
    isShortLived: node.kind === 'Job' || node.kind === 'CronJob' || isHelmHook(node),
  };
}

/** Whether the object is a live Pod whose containers run no more: no endpoint, and no port in use. */
function hasEnded({ kind, object }: ObjectNode): boolean {
  return kind === 'Pod' && ['Succeeded', 'Failed'].includes(textAt(object, 'status', 'phase') ?? '');
}

/** Whether an object runs Pods. */
export function isWorkloadNode(node: ObjectNode): node is WorkloadNode {
  return 'podLabels' in node;
}

/** Whether the Pods are made by a controller whose conventions are not known: it may add labels and ports. */
export function isForeignKind(node: ObjectKind): boolean {
  const group = GROUP_OF_KIND.get(node.kind);
  return group === undefined || (group !== '' && group !== groupOf(node));
}

/** The groups of the built-in kinds that run Pods. */
const GROUP_OF_KIND = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => [kind, 'apps'] as const),
  ...['Job', 'CronJob'].map((kind) => [kind, 'batch'] as const),
  ...['Pod', 'ReplicationController'].map((kind) => [kind, ''] as const),
]);

function replicasOf({ kind, object }: ObjectNode): number | undefined {
  if (kind === 'Pod') return 1;
  if (kind === 'DaemonSet' || kind === 'Job' || kind === 'CronJob') return undefined;
  return numberAt(object, 'spec', 'replicas') ?? (listAt(object, 'spec', 'replicas').length > 0 || textAt(object, 'spec', 'replicas') ? undefined : 1);
}
