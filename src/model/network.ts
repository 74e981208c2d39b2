import { groupOf, type ObjectNode } from './object-node';
import { SelectorIndex } from './selector-index';
import type { ServiceNode } from './service-node';
import type { WorkloadNode } from './workload-node';
import type { Unreadable } from '../kube/sourced-object';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** All that is known of a cluster: the objects of one run, as they will be applied together. */
export class Network {
  private readonly byName = new Map<string, ObjectNode>();
  private readonly byKind = new Map<string, ObjectNode[]>();
  private readonly caught = new Map<ServiceNode, WorkloadNode[]>();
  private readonly selectors: SelectorIndex;

  constructor(
    /** In the order of the input. */
    readonly objects: readonly ObjectNode[],
    readonly services: readonly ServiceNode[],
    readonly workloads: readonly WorkloadNode[],
    readonly circumstances: Circumstances,
  ) {
    this.selectors = new SelectorIndex(workloads);
    for (const node of [...objects, ...services, ...workloads]) this.byName.set(nameKey(groupOf(node), node.kind, node.namespace, node.name), node);
    for (const node of objects) this.listOf(kindKey(node)).push(node);
  }

  /** The objects of a kind in any version: `ofKind('', 'ConfigMap')`, `ofKind('networking.k8s.io', 'Ingress')`. */
  ofKind(group: string, kind: string): readonly ObjectNode[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  /** The object of that name, in any version. */
  find(group: string, kind: string, namespace: string, name: string): ObjectNode | undefined {
    return this.byName.get(nameKey(group, kind, namespace, name));
  }

  service(namespace: string, name: string): ServiceNode | undefined {
    return this.find('', 'Service', namespace, name) as ServiceNode | undefined;
  }

  /** The workloads whose Pods a Service sends to. */
  workloadsBehind(service: ServiceNode): readonly WorkloadNode[] {
    const known = this.caught.get(service);
    if (known) return known;
    const found = service.selector ? this.selectedBy(service.selector, service.namespace) : [];
    this.caught.set(service, found);
    return found;
  }

  /** The workloads of a namespace whose Pods carry all of these labels. */
  selectedBy(labels: Readonly<Record<string, string>>, namespace: string): WorkloadNode[] {
    return this.selectors.caughtBy(labels, namespace);
  }

  /** All workloads of a namespace. */
  workloadsIn(namespace: string): readonly WorkloadNode[] {
    return this.selectors.in(namespace);
  }

  private listOf(kind: string): ObjectNode[] {
    const list = this.byKind.get(kind) ?? [];
    this.byKind.set(kind, list);
    return list;
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

function kindKey(node: ObjectNode): string {
  return `${groupOf(node)}/${node.kind}`;
}

function nameKey(group: string, kind: string, namespace: string, name: string): string {
  return `${group}/${kind} ${namespace}/${name}`;
}
