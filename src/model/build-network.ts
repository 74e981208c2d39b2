import { Network, type Circumstances } from './network';
import { groupOf, objectNode } from './object-node';
import { serviceNode } from './service-node';
import { workloadNode } from './workload-node';
import type { SourcedObject } from '../kube/sourced-object';

/** The network that some objects make; their order does not matter to what it says. */
export function buildNetwork(objects: readonly SourcedObject[], circumstances: Circumstances): Network {
  const nodes = objects.map((object) => objectNode(object, circumstances.defaultNamespace));
  const services = nodes.filter((node) => node.kind === 'Service' && groupOf(node) === '').map(serviceNode);
  const workloads = nodes.flatMap((node) => workloadNode(node) ?? []);
  return new Network(nodes, services, workloads, circumstances);
}
