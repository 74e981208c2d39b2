import type { Listener } from '../model/listener';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { endpointGroups, type EndpointGroup } from '../model/service-endpoints';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../model/service-node';

/** Who reaches whom, on which port. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** Unique in the graph: `Service shop/orders`. */
  readonly id: string;
  readonly role: 'entrance' | 'service' | 'workload' | 'outside' | 'missing';
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Why connections do not get through; absent where they do, or nobody can tell. */
  readonly broken?: string;
}

/** The graph of a network: entrances lead to Services, Services to workloads. */
export function graphOf(network: Network, listeners: readonly Listener[]): Graph {
  const namespaces = new Set(network.services.map(({ namespace }) => namespace));
  const edges = [
    ...listeners.map((listener) => entranceEdge(listener, network, namespaces)),
    ...network.services.flatMap((service) => serviceEdges(service, network)),
  ];
  return { nodes: nodesOf(edges, network, listeners), edges };
}

/** @param namespaces those whose Services are among the objects, as far as can be told */
function entranceEdge({ dataPlane, listenPort, protocol, backend }: Listener, network: Network, namespaces: ReadonlySet<string>): GraphEdge {
  const service = network.service(backend.namespace, backend.name);
  const edge = { from: dataPlane, to: `Service ${backend.namespace}/${backend.name}`, label: `${listenPort}/${protocol} → ${backend.servicePort}` };
  if (!service) return namespaces.has(backend.namespace) ? { ...edge, broken: 'there is no such Service' } : edge;
  const isThere = service.ports.some((port) => port.protocol === protocol && [port.port, port.name].includes(backend.servicePort));
  return isThere ? edge : { ...edge, broken: `the Service has no ${protocol} port ${backend.servicePort}` };
}

function serviceEdges(service: ServiceNode, network: Network): GraphEdge[] {
  const from = nodeText(service);
  if (service.type === 'ExternalName') return [{ from, to: service.externalName ?? '', label: 'CNAME' }];
  return service.ports.flatMap((port) => {
    const groups = endpointGroups(network, service, port);
    if (groups.length > 0) return groups.map((group) => groupEdge(from, port, group));
    return service.selector && network.workloadsIn(service.namespace).length > 0
      ? [{ from, to: `nothing for ${from}`, label: servicePortText(port), broken: 'no Pods carry the labels of its selector' }]
      : [];
  });
}

function groupEdge(from: string, port: ServicePortNode, { workload, outcome, targetPort }: EndpointGroup): GraphEdge {
  const edge = { from, to: nodeText(workload), label: `${servicePortText(port)} → ${targetPort ?? port.targetPort}` };
  if (outcome === 'refuses') return { ...edge, broken: `it does not declare ${targetPort}` };
  return outcome === 'no endpoint' ? { ...edge, broken: `it has no port "${port.targetPort}"` } : edge;
}

function nodesOf(edges: readonly GraphEdge[], network: Network, listeners: readonly Listener[]): GraphNode[] {
  const entrances = new Set(listeners.map(({ dataPlane }) => dataPlane));
  const services = new Set(network.services.map(nodeText));
  const workloads = new Set(network.workloads.map(nodeText));
  const roleOf = (id: string): GraphNode['role'] => {
    if (entrances.has(id)) return 'entrance';
    if (services.has(id)) return 'service';
    if (workloads.has(id)) return 'workload';
    return id.startsWith('Service ') || id.startsWith('nothing ') ? 'missing' : 'outside';
  };
  return [...new Set([...edges.flatMap(({ from, to }) => [from, to]), ...services])].map((id) => ({ id, role: roleOf(id) }));
}
