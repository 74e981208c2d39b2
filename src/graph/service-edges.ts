import { graphNode, type GraphEdge, type GraphNode } from './graph-parts';
import { servicesWithoutPods } from '../checks/selector/no-pods';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';
import { operatedIn } from '../model/operators';
import { endpointGroups, type EndpointGroup } from '../model/service-endpoints';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../model/service-node';
import { distinct, writtenEndpointsOf, type WrittenEndpoints } from '../model/written-endpoints';

/** A Service leads to the Pods that it selects, to the endpoints written for it, or to a name. */
export function serviceEdges(service: ServiceNode, network: Network): GraphEdge[] {
  const from = graphNode(service, 'service');
  if (service.type === 'ExternalName') return [{ from, to: { id: service.externalName ?? '', role: 'outside' }, label: 'CNAME' }];
  return service.ports.flatMap((port) => {
    if (!service.selector) return writtenEdges(from, port, writtenEndpointsOf(service, port, network));
    const groups = endpointGroups(network, service, port);
    if (groups.length > 0) return groups.map((group) => groupEdge(from, port, group));
    if (isMadeElsewhere(service, network)) return [{ from, to: { id: `Pods of an operator for ${nodeText(service)}`, role: 'missing' }, label: servicePortText(port) }];
    return mistaken(network).has(service)
      ? [{ from, to: nothingFor(service), label: servicePortText(port), broken: 'no Pods carry the labels of its selector' }]
      : [];
  });
}

/** Whether its Pods may come from what no manifest shows. */
function isMadeElsewhere({ namespace }: ServiceNode, network: Network): boolean {
  return operatedIn(network, namespace) !== undefined;
}

/** The Services whose selector is wrong, as something tells; of others only the Pods may be absent. */
const mistaken = oncePerNetwork((network: Network) => new Set(servicesWithoutPods(network).filter(({ reason }) => reason !== 'unknown').map(({ service }) => service)));

function nothingFor(service: ServiceNode): GraphNode {
  return { id: `nothing for ${nodeText(service)}`, role: 'missing' };
}

function groupEdge(from: GraphNode, port: ServicePortNode, { workload, outcome, targetPort }: EndpointGroup): GraphEdge {
  const edge = { from, to: graphNode(workload, 'workload'), label: `${servicePortText(port)} → ${targetPort ?? port.targetPort ?? '?'}` };
  if (outcome === 'refuses') return { ...edge, broken: `it does not declare ${targetPort}` };
  return outcome === 'no endpoint' ? { ...edge, broken: `it has no port "${port.targetPort}"` } : edge;
}

/** To the endpoints, or to what leads to none of them. */
function writtenEdges(from: GraphNode, port: ServicePortNode, written: readonly WrittenEndpoints[]): GraphEdge[] {
  const label = servicePortText(port);
  const endpoints = written.flatMap((one) => one.endpoints);
  return endpoints.length > 0
    ? distinct(endpoints).map((endpoint) => ({ from, to: { id: endpoint.address, role: 'outside' }, label: `${label} → ${endpoint.port ?? '?'}` }))
    : written.map((one) => ({ from, to: graphNode(one.object, 'missing'), label, broken: unusedReason(port, one) }));
}

function unusedReason({ name, protocol }: ServicePortNode, { port, isFqdn }: WrittenEndpoints): string {
  if (isFqdn) return 'kube-proxy ignores host names';
  return port ? 'no address in it is ready' : `no port has the name "${name ?? ''}" and the protocol ${protocol}`;
}
