import { areRecords, areTexts, isRecord, type KubeObject, type Labels } from './kube-object';

/** The part of a Deployment or DaemonSet that a data plane looks at. */
export interface Workload extends KubeObject {
  readonly spec: {
    readonly template: {
      readonly metadata?: { readonly labels?: Labels };
      readonly spec: PodSpec;
    };
  };
}

export interface PodSpec {
  readonly hostNetwork?: boolean;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[] | null;
}

export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly command?: readonly string[] | null;
  readonly args?: readonly string[] | null;
  readonly env?: readonly EnvironmentVariable[] | null;
  /** Sources of further variables, whose names no manifest says. */
  readonly envFrom?: readonly unknown[] | null;
  readonly ports?: readonly ContainerPort[] | null;
  /** Of an init container: "Always" for one that goes on running beside the others. */
  readonly restartPolicy?: string;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath?: string } };
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly hostPort?: number;
  /** The API server reads a missing protocol as TCP. */
  readonly protocol?: string;
}

/** Whether the object runs Pods on nodes and has the fields to say so. */
export function isWorkload(object: KubeObject): object is Workload {
  if (!WORKLOAD_KINDS.has(object.kind) || !isRecord(object.spec) || !isRecord(object.spec.template)) return false;
  const { metadata, spec } = object.spec.template;
  return (metadata === undefined || isRecord(metadata)) && isRecord(spec)
    && areContainers(spec.containers) && areContainers(spec.initContainers ?? []);
}

export const WORKLOAD_KINDS: ReadonlySet<string> = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

export function podLabelsOf({ spec }: Workload): Labels {
  return spec.template.metadata?.labels ?? {};
}

/** The containers that run at one time. */
export function runningContainers({ containers, initContainers }: PodSpec): Container[] {
  return [...containers, ...(initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')];
}

function areContainers(value: unknown): boolean {
  return Array.isArray(value) && value.every(isContainer);
}

function isContainer(value: unknown): value is Container {
  return isRecord(value) && areRecords(value.env) && areRecords(value.ports) && areTexts(value.command) && areTexts(value.args);
}
