import type { EndpointObject } from './endpoint-object';
import type { EndpointPort } from './endpoint-ports';
import type { ParsedEndpoint } from './parsed-endpoint';
import type { Family } from '../values/ip-address';

// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
const MOST_ENDPOINTS = 1000;
const MOST_PORTS = 100;

/** The EndpointSlices of a Service, one address family in each: kube-proxy joins them by a label and adds them up. */
export function renderEndpointSlices(
  service: string, endpoints: readonly ParsedEndpoint[], ports: readonly EndpointPort[],
): readonly EndpointObject[] {
  return (['IPv4', 'IPv6'] as const).flatMap((family) => {
    const ofFamily = endpoints.filter(({ address }) => address.family === family);
    const parts = chunksOf(ofFamily, MOST_ENDPOINTS).flatMap((some) => portChunksOf(ports).map((of) => ({ endpoints: some, ports: of })));
    return parts.map((part, index) => renderSlice(service, family, index, part));
  });
}

interface SlicePart {
  readonly endpoints: readonly ParsedEndpoint[];
  readonly ports: readonly EndpointPort[];
}

function renderSlice(service: string, family: Family, index: number, { endpoints, ports }: SlicePart): EndpointObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    name: `${service}-${family.toLowerCase()}${index === 0 ? '' : `-${index + 1}`}`,
    labels: { 'kubernetes.io/service-name': service, 'endpointslice.kubernetes.io/managed-by': 'cdk8s-l4' },
    body: { addressType: family, endpoints: endpoints.map(renderEndpoint), ports: ports.length > 0 ? ports : undefined },
  };
}

function renderEndpoint({ address, hostname, nodeName, zone, ready, ...served }: ParsedEndpoint) {
  const forZones = served.servedZones?.map((name) => ({ name }));
  const forNodes = served.servedNodes?.map((name) => ({ name }));
  return {
    addresses: [address.text],
    conditions: ready ? undefined : { ready: false },
    hostname,
    nodeName,
    zone,
    hints: forZones || forNodes ? { forZones, forNodes } : undefined,
  };
}

function portChunksOf(ports: readonly EndpointPort[]): readonly (readonly EndpointPort[])[] {
  return ports.length === 0 ? [[]] : chunksOf(ports, MOST_PORTS);
}

function chunksOf<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / most);
  return Array.from({ length: count }, (_, index) => list.slice(index * most, (index + 1) * most));
}
