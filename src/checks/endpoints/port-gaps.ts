import { handMadeEndpoints, selectorlessServices } from './hand-made-endpoints';
import { isPlaceholder } from '../../kube/placeholder';
import type { EndpointPortNode, EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';

/** A port of a Service to which no port of its hand-made endpoints belongs. */
export interface PortGap {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
  /** All that is written for the Service. */
  readonly all: readonly EndpointsNode[];
  /** The endpoint port that was meant, where one is left over, and what it differs in. */
  readonly meant?: { readonly endpoints: EndpointsNode; readonly port: EndpointPortNode; readonly differs: 'name' | 'protocol' };
}

/** kube-proxy joins the ports of a Service and of its endpoints by name and protocol; headless Services have no such join. */
export function* portGaps(network: Network): Iterable<PortGap> {
  if (handMadeEndpoints(network).length === 0) return;
  for (const [service, all] of selectorlessServices(network)) {
    if (!service.isHeadless && isReadable(service, all)) yield* gapsOf(service, all);
  }
}

function isReadable({ ports }: ServiceNode, all: readonly EndpointsNode[]): boolean {
  const written = [...ports, ...all.flatMap((endpoints) => endpoints.ports)];
  const isKnown = ports.every(({ port }) => port !== undefined) && !written.some(({ name, protocol }) => [name, protocol].some(isPlaceholder));
  return isKnown && all.some(({ addresses }) => addresses.length > 0);
}

function* gapsOf(service: ServiceNode, all: readonly EndpointsNode[]): Iterable<PortGap> {
  const meant: PortGap[] = [];
  for (const group of byAddressType(all)) meant.push(...meantIn(group, service, all));
  yield* meant;
  const lacking = service.ports.filter((port) => !all.some(({ ports }) => ports.some((candidate) => joins(port, candidate))));
  for (const port of lacking) {
    if (!meant.some((gap) => gap.port === port)) yield { service, port, all };
  }
}

/** The endpoint ports of one address family that belong to no port of the Service, each with the port it was meant for. */
function meantIn(group: readonly EndpointsNode[], service: ServiceNode, all: readonly EndpointsNode[]): PortGap[] {
  let open = service.ports.filter((port) => !group.some(({ ports }) => ports.some((candidate) => joins(port, candidate))));
  return group.flatMap((endpoints) => endpoints.ports.flatMap((candidate) => {
    if (service.ports.some((port) => joins(port, candidate))) return [];
    const port = bestFor(candidate, open);
    if (!port) return [];
    if (group.length === 1) open = open.filter((other) => other !== port);
    const differs = nameOf(port) === candidate.name ? 'protocol' as const : 'name' as const;
    return [{ service, port, all, meant: { endpoints, port: candidate, differs } }];
  }));
}

/** By name; else by number; else the only one there is. */
function bestFor(candidate: EndpointPortNode, open: readonly ServicePortNode[]): ServicePortNode | undefined {
  const alike = open.filter(({ protocol }) => protocol === candidate.protocol);
  return open.find((port) => nameOf(port) === candidate.name)
    ?? alike.find(({ targetPort, port }) => candidate.port !== undefined && [targetPort, port].includes(candidate.port))
    ?? (alike.length === 1 ? alike[0] : undefined);
}

function joins(port: ServicePortNode, candidate: EndpointPortNode): boolean {
  return nameOf(port) === candidate.name && port.protocol === candidate.protocol;
}

function nameOf({ name = '' }: ServicePortNode): string {
  return name;
}

function byAddressType(all: readonly EndpointsNode[]): EndpointsNode[][] {
  const groups = new Map<string, EndpointsNode[]>();
  for (const endpoints of all) {
    const group = groups.get(endpoints.addressType ?? '');
    if (group) group.push(endpoints);
    else groups.set(endpoints.addressType ?? '', [endpoints]);
  }
  return [...groups.values()];
}
