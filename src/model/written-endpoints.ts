import { endpointsNodes, type EndpointAddressNode, type EndpointPortNode, type EndpointsNode } from './endpoints-node';
import { groupedBy } from './grouped-by';
import type { Network } from './network';
import { oncePerNetwork } from './once-per-network';
import type { ServiceNode, ServicePortNode } from './service-node';

/** An Endpoints or EndpointSlice that someone wrote for a Service without selector, as one port of the Service uses it. */
export interface WrittenEndpoints {
  readonly object: EndpointsNode;
  /** Its port that has the name and the protocol of the Service port; kube-proxy looks at nothing else. */
  readonly port?: EndpointPortNode;
  /** Those that get connections: none without a port. */
  readonly endpoints: readonly WrittenEndpoint[];
  /** Whether kube-proxy leaves it out, because it has host names instead of addresses. */
  readonly isFqdn: boolean;
}

export interface WrittenEndpoint extends EndpointAddressNode {
  readonly object: EndpointsNode;
  readonly address: string;
  readonly port?: number;
}

/** The endpoints of a port of a Service without selector, as far as they are among the objects. */
export function writtenEndpointsOf(service: ServiceNode, port: ServicePortNode, network: Network): WrittenEndpoints[] {
  const written = service.selector ? [] : byService(network).get(`${service.namespace}/${service.name}`) ?? [];
  return written.map((object) => joined(object, port));
}

const byService = oncePerNetwork((network: Network) => groupedBy(endpointsNodes(network), ({ namespace, serviceName }) => `${namespace}/${serviceName}`));

function joined(object: EndpointsNode, { name = '', protocol }: ServicePortNode): WrittenEndpoints {
  const ports = object.ports.filter((candidate) => candidate.name === name && candidate.protocol === protocol);
  const isFqdn = object.addressType === 'FQDN';
  const endpoints = isFqdn ? [] : ports.flatMap(({ port, subset }) => object.addresses.flatMap((node): WrittenEndpoint[] => {
    const isUsed = node.subset === subset && node.isReady && typeof node.value === 'string' && node.value !== '';
    return isUsed ? [{ ...node, object, address: String(node.value), port }] : [];
  }));
  return { object, port: ports[0], endpoints, isFqdn };
}

/** `10.20.0.15:5432`, `[fd00::15]:5432` */
export function endpointText({ address, port }: WrittenEndpoint): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return port === undefined ? address : `${host}:${port}`;
}

/** What the control plane copies from an Endpoints into a slice is there twice. */
export function distinct(endpoints: readonly WrittenEndpoint[]): WrittenEndpoint[] {
  return [...new Map(endpoints.map((endpoint) => [endpointText(endpoint), endpoint])).values()];
}
