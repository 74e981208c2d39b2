import { gatewayEdges } from './gateway-edges';
import { graphNode, type GraphEdge, type GraphNode } from './graph-parts';
import { routeEdges } from './route-edges';
import { serviceEdges } from './service-edges';
import { wayTo } from '../checks/ingress/stream-entrance';
import type { DataPlaneForward } from '../model/data-plane-forward';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';

/** Who reaches whom, on which port. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of a network: entrances lead to Services, Gateways to routes and these to Services, Services to what answers. */
export function graphOf(network: Network, listeners: readonly DataPlaneForward[]): Graph {
  const namespaces = new Set(network.services.map(({ namespace }) => namespace));
  const edges = [
    ...listeners.map((listener) => entranceEdge(listener, network, namespaces)),
    ...gatewayEdges(network),
    ...routeEdges(network, namespaces),
    ...network.services.flatMap((service) => serviceEdges(service, network)),
  ];
  return { nodes: nodesOf(edges, network), edges };
}

/** @param namespaces those whose Services are among the objects, as far as can be told */
function entranceEdge(listener: DataPlaneForward, network: Network, namespaces: ReadonlySet<string>): GraphEdge {
  const { dataPlane, listenPort, protocol, backend } = listener;
  const service = network.service(backend.namespace, backend.name);
  const edge = {
    from: { id: dataPlane, role: 'entrance' as const },
    to: graphNode({ kind: 'Service', ...backend }, service ? 'service' : 'missing'),
    label: `${listenPort}/${protocol} → ${backend.servicePort}`,
  };
  if (!service) return namespaces.has(backend.namespace) ? { ...edge, broken: 'there is no such Service' } : edge;
  const isThere = service.ports.some((port) => port.protocol === protocol && [port.port, port.name].includes(backend.servicePort));
  if (!isThere) return { ...edge, broken: `the Service has no ${protocol} port ${backend.servicePort}` };
  const way = wayTo(listener, network);
  return way && !way.entrance ? { ...edge, broken: `no port of ${nodeText(way.stream.services[0])} leads there` } : edge;
}

/** In the order in which edges name them; then the Services that no edge names. */
function nodesOf(edges: readonly GraphEdge[], network: Network): GraphNode[] {
  const nodes = [...edges.flatMap(({ from, to }) => [from, to]), ...network.services.map((service) => graphNode(service, 'service'))];
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}
