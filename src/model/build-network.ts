import { Network, type Circumstances } from './network';
import { groupOf, objectNode } from './object-node';
import { serviceNode, type ServiceNode } from './service-node';
import { workloadNode, type WorkloadNode } from './workload-node';
import type { SourcedObject } from '../kube/sourced-object';

/** The network that some objects make; their order does not matter to what it says. */
export function buildNetwork(objects: readonly SourcedObject[], circumstances: Circumstances): Network {
  const services: ServiceNode[] = [];
  const workloads: WorkloadNode[] = [];
  const nodes = objects.map((object) => {
    const node = objectNode(object, circumstances.defaultNamespace);
    if (node.kind === 'Service' && groupOf(node) === '') return listedIn(services, serviceNode(node));
    const workload = workloadNode(node);
    return workload ? listedIn(workloads, workload) : node;
  });
  return new Network(nodes, services, workloads, circumstances);
}

function listedIn<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}
