import type { Network } from '../../src/model/network';
import { endpointGroups } from '../../src/model/service-endpoints';
import type { ServiceNode } from '../../src/model/service-node';
import type { WorkloadNode } from '../../src/model/workload-node';
import type { Cluster } from '../cluster/cluster';
import type { StoredObject } from '../cluster/outcome';

/** Lines such as `http: orders-1 on 8080`, sorted: which Pods get the connections of a Service, and on which port. */
export type Endpoints = string[];

/** What the EndpointSlices of a Service say. */
export async function actualEndpoints(cluster: Cluster, namespace: string, service: string): Promise<Endpoints> {
  const slices = (await slicesOf(cluster, namespace, service)).filter(({ addressType }) => addressType === 'IPv4');
  return slices.flatMap(({ endpoints, ports }) => (ports ?? []).flatMap(({ name, port }: any) => (
    (endpoints ?? []).map(({ targetRef }: any) => `${name || 'the port'}: ${targetRef.name} on ${port}`)
  ))).sort();
}

/** What the network model predicts for these Pods. */
export function predictedEndpoints(network: Network, service: ServiceNode, pods: readonly StoredObject[]): Endpoints {
  return service.ports.flatMap((port) => endpointGroups(network, service, port).flatMap(({ workload, targetPort }) => {
    const own = pods.filter(({ metadata }) => isOf(workload, metadata.name));
    return targetPort === undefined ? [] : own.map(({ metadata }) => `${port.name ?? 'the port'}: ${metadata.name} on ${targetPort}`);
  })).sort();
}

/** Whether a Pod has a name such as `web-5d8f6c7b9-x2x4z` or `db-0`. */
function isOf({ name }: WorkloadNode, pod: string): boolean {
  return new RegExp(`^${name}-([a-z0-9]+-[a-z0-9]{5}|\\d+)$`).test(pod);
}

export async function slicesOf(cluster: Cluster, namespace: string, service: string): Promise<StoredObject[]> {
  const slices = await cluster.list('discovery.k8s.io/v1', 'EndpointSlice', namespace);
  return slices.filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service);
}
