import { catches, isControllerLabel, ownerOfPod, POD_NAME } from './pod-labels';
import type { WorkloadNode } from './workload-node';

type Labels = Readonly<Record<string, string>>;

/** Finds the workloads that a selector catches without looking at all of them. */
export class SelectorIndex {
  private readonly byLabel = new Map<string, WorkloadNode[]>();
  private readonly byNamespace = new Map<string, WorkloadNode[]>();

  constructor(workloads: readonly WorkloadNode[]) {
    for (const workload of workloads) {
      append(this.byNamespace, workload.namespace, workload);
      Object.entries(labelsOf(workload)).forEach(([key, value]) => append(this.byLabel, labelKey(workload.namespace, key, value), workload));
    }
  }

  in(namespace: string): readonly WorkloadNode[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** The workloads of a namespace whose Pods a selector catches, in the order of the input; of very many alike, the first ones are enough for some. */
  caughtBy(selector: Labels, namespace: string, lookedAt = Infinity): WorkloadNode[] {
    const candidates = this.candidates(selector, namespace);
    return candidates.length === 0 ? [] : candidates.slice(0, lookedAt).filter((workload) => catches(selector, workload));
  }

  private candidates(selector: Labels, namespace: string): readonly WorkloadNode[] {
    const all = this.in(namespace);
    let fewest = all;
    for (const key of all.length > 0 ? Object.keys(selector).filter(isIndexed) : []) {
      const found = this.byLabel.get(labelKey(namespace, key, selector[key])) ?? NONE;
      if (found.length < fewest.length) fewest = found;
    }
    return fewest;
  }
}

const NONE: readonly WorkloadNode[] = [];

/** A StatefulSet is found by the name of any of its Pods. */
function labelsOf({ kind, name, podLabels }: WorkloadNode): Labels {
  return kind === 'StatefulSet' ? { ...podLabels, [POD_NAME]: `${name}-0` } : podLabels;
}

function isIndexed(key: string): boolean {
  return key === POD_NAME || !isControllerLabel(key);
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${key === POD_NAME ? ownerOfPod(value) : value}`;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
