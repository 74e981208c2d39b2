import { ends, type BackendQuestion, type Hop, type Way } from './trace';
import { endpointsNodes, type EndpointsNode } from '../model/endpoints-node';
import { groupedBy } from '../model/grouped-by';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../model/service-node';

const endpointsByService = oncePerNetwork((network: Network) => groupedBy(endpointsNodes(network), ({ namespace, serviceName }) => `${namespace}/${serviceName}`));

/** The endpoints of a Service without selector: those that someone wrote down. */
export function writtenEndpoints(service: ServiceNode, port: ServicePortNode, { network, refuser }: BackendQuestion): Way {
  const selector: Hop = { object: service, path: ['spec'], text: 'it has no selector: its endpoints are written down by hand' };
  const written = endpointsByService(network).get(`${service.namespace}/${service.name}`) ?? [];
  if (written.length === 0) return { hops: [selector], outcomes: ends('cannot tell', `the endpoints of ${nodeText(service)} are not among the objects`) };
  const joined = written.map((endpoints) => ({ endpoints, addresses: addressesOf(endpoints), match: matching(endpoints, port) }));
  const hops = joined.map(({ endpoints, addresses, match }): Hop => match
    ? { object: endpoints, path: match.path, text: `port ${match.port ?? '?'}/${match.protocol} has the name of the Service port: ${addressesText(addresses)}` }
    : { object: endpoints, path: endpoints.ports[0]?.path, text: `no port has the name "${port.name ?? ''}" and the protocol ${port.protocol} of the Service port: kube-proxy ignores it` });
  const used = joined.filter(({ addresses, match }) => match && addresses.length > 0);
  if (used.length === 0) return { hops: [selector, ...hops], outcomes: ends('refused', refuser) };
  const count = used.reduce((sum, { addresses }) => sum + addresses.length, 0);
  return {
    hops: [selector, ...hops],
    outcomes: ends('cannot tell', `whether ${count === 1 ? 'the server listens' : `the ${count} servers listen`}, outside the manifests: ${used.map(({ addresses, match }) => addressesText(addresses, match?.port)).join(', ')}`),
  };
}

function matching({ ports }: EndpointsNode, { name = '', protocol }: ServicePortNode) {
  return ports.find((candidate) => candidate.name === name && candidate.protocol === protocol);
}

function addressesOf({ addresses }: EndpointsNode): string[] {
  return addresses.flatMap(({ value }) => typeof value === 'string' && value !== '' ? [value] : []);
}

function addressesText(addresses: readonly string[], port?: number): string {
  if (addresses.length === 0) return 'no address';
  const texts = addresses.slice(0, 3).map((address) => port === undefined ? address : `${address.includes(':') ? `[${address}]` : address}:${port}`);
  return `${texts.join(', ')}${addresses.length > 3 ? ` and ${addresses.length - 3} more` : ''}`;
}
