import { groupedBy } from './grouped-by';
import { makersAmong } from './made-by';
import { groupOf, type ObjectKind, type ObjectNode } from './object-node';
import { SelectorIndex } from './selector-index';
import type { ServiceNode } from './service-node';
import { isWorkloadNode, type WorkloadNode } from './workload-node';
import type { Unreadable } from '../kube/sourced-object';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** All that is known of a cluster: the objects of one run, as they will be applied together. */
export class Network {
  /** The objects of each kind of each version. */
  private readonly kinds: ReadonlyArray<readonly ObjectNode[]>;
  private readonly byKind = new Map<string, readonly ObjectNode[]>();
  private readonly byName = new Map<string, Named<ObjectNode>>();
  private servicesByName?: Named<ServiceNode>;
  private readonly caught = new Map<ServiceNode, WorkloadNode[]>();
  private readonly selectors: SelectorIndex;
  private readonly makers: ReadonlyMap<WorkloadNode, WorkloadNode>;
  /** Those that none of the others made: about its ReplicaSets and Pods, a Deployment says it all. */
  readonly workloads: readonly WorkloadNode[];
  private readonly workloadsByNamespace: ReadonlyMap<string, readonly WorkloadNode[]>;
  /** What was computed of the network, by what computes it. */
  readonly views = new Map<unknown, unknown>();

  constructor(
    /** In the order of the input, each of them as the Service or the workload that it is. */
    readonly objects: readonly ObjectNode[],
    readonly services: readonly ServiceNode[],
    allWorkloads: readonly WorkloadNode[],
    readonly circumstances: Circumstances,
  ) {
    this.makers = makersAmong(allWorkloads);
    this.workloads = allWorkloads.filter((workload) => !this.makers.has(workload));
    this.workloadsByNamespace = groupedBy(this.workloads, ({ namespace }) => namespace);
    this.selectors = new SelectorIndex(allWorkloads.filter((workload) => !this.makers.has(workload) || workload.replicas !== 0));
    const byKind = groupedBy(objects, ({ kind }) => kind);
    this.kinds = [...byKind.values()].flatMap((nodes) => [...groupedBy(nodes, ({ apiVersion }) => apiVersion).values()]);
  }

  /** The objects of a kind in any version: `ofKind('', 'ConfigMap')`, `ofKind('networking.k8s.io', 'Ingress')`. */
  ofKind(group: string, kind: string): readonly ObjectNode[] {
    const key = kindKey(group, kind);
    const known = this.byKind.get(key) ?? this.ofKinds((node) => node.kind === kind && groupOf(node) === group);
    this.byKind.set(key, known);
    return known;
  }

  /** The objects of all kinds that are picked, in the order of the input: each kind of each version is looked at, and not each object. */
  ofKinds(isPicked: (kind: ObjectKind) => boolean): readonly ObjectNode[] {
    return this.inOrder(this.kinds.filter(([first]) => isPicked(first)));
  }

  /** The objects that fit, in the order of the input; what makes one fit is asked for each version of a kind, nothing standing for none. */
  whichFit(testFor: (kind: ObjectKind) => ((node: ObjectNode) => boolean) | undefined): readonly ObjectNode[] {
    const fitting = this.kinds.map((nodes) => {
      const test = testFor(nodes[0]);
      return test ? nodes.filter(test) : [];
    });
    return this.inOrder(fitting.filter(({ length }) => length > 0));
  }

  /** The object of that name, in any version. */
  find(group: string, kind: string, namespace: string, name: string): ObjectNode | undefined {
    const key = kindKey(group, kind);
    const known = this.byName.get(key) ?? byName(this.ofKind(group, kind));
    this.byName.set(key, known);
    return known.get(namespace)?.get(name);
  }

  service(namespace: string, name: string): ServiceNode | undefined {
    this.servicesByName ??= byName(this.services);
    return this.servicesByName.get(namespace)?.get(name);
  }

  /** The workloads whose Pods a Service sends to. */
  workloadsBehind(service: ServiceNode): readonly WorkloadNode[] {
    if (!service.selector || this.selectors.in(service.namespace).length === 0) return [];
    const known = this.caught.get(service);
    if (known) return known;
    const found = this.selectedBy(service.selector, service.namespace);
    this.caught.set(service, found);
    return found;
  }

  /** The workloads of a namespace whose Pods carry all of these labels; what one of them made only where its own template lacks the labels. */
  selectedBy(labels: Readonly<Record<string, string>>, namespace: string): WorkloadNode[] {
    const caught = this.selectors.caughtBy(labels, namespace);
    if (this.makers.size === 0) return caught;
    const makers = new Set<WorkloadNode | undefined>(caught);
    return caught.filter((workload) => !makers.has(this.makers.get(workload)));
  }

  /** Whether one of the workloads made it: then it has the annotations of that one, too. */
  wasMade(node: ObjectNode): boolean {
    return isWorkloadNode(node) && this.makers.has(node);
  }

  private inOrder(lists: ReadonlyArray<readonly ObjectNode[]>): readonly ObjectNode[] {
    if (lists.length < 2) return lists[0] ?? [];
    const all = new Set(lists.flat());
    return this.objects.filter((node) => all.has(node));
  }

  /** All workloads of a namespace. */
  workloadsIn(namespace: string): readonly WorkloadNode[] {
    return this.workloadsByNamespace.get(namespace) ?? [];
  }
}

/** What holds for the whole run. */
export interface Circumstances {
  readonly version: KubernetesVersion;
  /** The namespace of objects that name none. */
  readonly defaultNamespace: string;
  /** Parts of the input that could not be read: what they hold is not known. */
  readonly unreadable: readonly Unreadable[];
}

function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}

/** By namespace and name: two maps, because every entry of a large ConfigMap asks, and a joined key takes longer to make than to find. */
type Named<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** Of objects with one name the last one counts, and those that run Pods before others. */
function byName<T extends ObjectNode>(nodes: readonly T[]): Named<T> {
  const named = new Map<string, Map<string, T>>();
  for (const node of [...nodes.filter((one) => !isWorkloadNode(one)), ...nodes.filter((one) => isWorkloadNode(one))]) {
    const inNamespace = named.get(node.namespace) ?? new Map<string, T>();
    named.set(node.namespace, inNamespace.set(node.name, node));
  }
  return named;
}
