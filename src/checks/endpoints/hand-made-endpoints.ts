import { fieldAt, listAt } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import { isPlaceholder } from '../../kube/placeholder';
import { endpointsNodes, isSlice, MANAGED_BY_LABEL, type EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import { isHelmHook, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';

/** The Endpoints and EndpointSlices that people or their tools wrote, and no controller of Kubernetes. */
export const handMadeEndpoints: (network: Network) => readonly EndpointsNode[] = oncePerNetwork((network) => (
  endpointsNodes(network).filter((node) => !isHelmHook(node) && !isElection(node) && !(isSlice(node) && isRead(node) && isMadeByController(node)))
));

/** The Services that have no selector, each with the endpoints written for it. */
export const selectorlessServices: (network: Network) => ReadonlyMap<ServiceNode, readonly EndpointsNode[]> = oncePerNetwork((network) => {
  const services = network.services.filter((service) => !service.selector && service.type !== 'ExternalName' && !isHelmHook(service));
  const found = new Map<ServiceNode, EndpointsNode[]>(services.map((service) => [service, []]));
  for (const endpoints of handMadeEndpoints(network)) {
    const service = serviceOf(endpoints, network);
    if (service) found.get(service)?.push(endpoints);
  }
  return found;
});

/** The Service that endpoints belong to by name or label. */
export function serviceOf({ serviceName, namespace }: EndpointsNode, network: Network): ServiceNode | undefined {
  return serviceName === undefined || isPlaceholder(serviceName) ? undefined : network.service(namespace, serviceName);
}

/** Whether the object was read from a cluster, where controllers make such objects too. */
export function isRead({ object }: ObjectNode): boolean {
  const isStored = ['uid', 'resourceVersion', 'ownerReferences'].some((field) => fieldAt(object, 'metadata', field) !== undefined);
  return isStored || pointsToPods(object);
}

function pointsToPods(object: KubeObject): boolean {
  const lists = [listAt(object, 'endpoints'), ...listAt(object, 'subsets').map((subset) => listAt(subset, 'addresses'))];
  return lists.some((list) => list.some((endpoint) => fieldAt(endpoint, 'targetRef') !== undefined));
}

/** What the controllers of Kubernetes write into their slices. */
export const CONTROLLERS: Readonly<Record<string, 'endpoints' | 'mirroring'>> = {
  'endpointslice-controller.k8s.io': 'endpoints',
  'endpointslicemirroring-controller.k8s.io': 'mirroring',
};

function isMadeByController({ labels }: ObjectNode): boolean {
  return Object.hasOwn(CONTROLLERS, labels[MANAGED_BY_LABEL] ?? '');
}

/** Leader election keeps its lock in an Endpoints without a Service; Patroni does so too. */
function isElection({ annotations }: ObjectNode): boolean {
  return 'control-plane.alpha.kubernetes.io/leader' in annotations || 'leader' in annotations;
}
