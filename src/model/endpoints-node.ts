import type { Network } from './network';
import { groupOf, type ObjectNode } from './object-node';
import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';

/** Endpoints as they are written down, whether in an Endpoints or in an EndpointSlice. */
export interface EndpointsNode extends ObjectNode {
  /** The Service they belong to: an Endpoints has its name, an EndpointSlice names it in a label. */
  readonly serviceName?: string;
  /** The place of that name in the object. */
  readonly serviceNamePath: FieldPath;
  /** Only of an EndpointSlice. */
  readonly addressType?: string;
  readonly ports: readonly EndpointPortNode[];
  readonly addresses: readonly EndpointAddressNode[];
}

export interface EndpointPortNode {
  /** "" where none is given, as kube-proxy compares it. */
  readonly name: string;
  readonly port?: number;
  readonly protocol: string;
  readonly path: FieldPath;
}

export interface EndpointAddressNode {
  /** As it stands in the manifest: not always text. */
  readonly value: unknown;
  readonly path: FieldPath;
}

export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';
export const MANAGED_BY_LABEL = 'endpointslice.kubernetes.io/managed-by';

/** The Endpoints and EndpointSlices of a network. */
export function endpointsNodes(network: Network): EndpointsNode[] {
  return [
    ...network.ofKind('', 'Endpoints').map(ofEndpoints),
    ...network.ofKind('discovery.k8s.io', 'EndpointSlice').map(ofSlice),
  ];
}

export function isSlice({ kind, apiVersion }: ObjectNode): boolean {
  return kind === 'EndpointSlice' && groupOf({ apiVersion }) === 'discovery.k8s.io';
}

function ofEndpoints(node: ObjectNode): EndpointsNode {
  const subsets = listAt(node.object, 'subsets').map((subset, index) => ({ subset, path: ['subsets', index] }));
  return {
    ...node,
    serviceName: node.name,
    serviceNamePath: ['metadata', 'name'],
    ports: subsets.flatMap(({ subset, path }) => portNodes(subset, path)),
    addresses: subsets.flatMap(({ subset, path }) => ['addresses', 'notReadyAddresses']
      .flatMap((list) => listAt(subset, list).map((address, index) => ({ value: fieldAt(address, 'ip'), path: [...path, list, index, 'ip'] })))),
  };
}

function ofSlice(node: ObjectNode): EndpointsNode {
  return {
    ...node,
    serviceName: node.labels[SERVICE_NAME_LABEL],
    serviceNamePath: ['metadata', 'labels', SERVICE_NAME_LABEL],
    addressType: textAt(node.object, 'addressType'),
    ports: portNodes(node.object, []),
    addresses: listAt(node.object, 'endpoints').flatMap((endpoint, index) => listAt(endpoint, 'addresses')
      .map((value, position) => ({ value, path: ['endpoints', index, 'addresses', position] }))),
  };
}

function portNodes(value: unknown, path: FieldPath): EndpointPortNode[] {
  return listAt(value, 'ports').map((port, index) => ({
    name: textAt(port, 'name') ?? '',
    port: numberAt(port, 'port'),
    protocol: textAt(port, 'protocol') ?? 'TCP',
    path: [...path, 'ports', index],
  }));
}
