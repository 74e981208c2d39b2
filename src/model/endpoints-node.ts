import type { Network } from './network';
import { groupOf, type ObjectNode } from './object-node';
import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';
import { isRecord } from '../kube/kube-object';

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
  /** The subset of an Endpoints that it belongs to; a slice is one. */
  readonly subset: number;
}

export interface EndpointAddressNode {
  /** As it stands in the manifest: not always text. */
  readonly value: unknown;
  readonly path: FieldPath;
  /** The subset of an Endpoints that it belongs to; a slice is one. */
  readonly subset: number;
  /** Whether it gets new connections. */
  readonly isReady: boolean;
  readonly nodeName?: string;
  /** The zones and nodes whose clients it is for; none where nothing says. */
  readonly zoneHints: readonly string[];
  readonly nodeHints: readonly string[];
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
    ports: subsets.flatMap(({ subset, path }, index) => portNodes(subset, path, index)),
    addresses: subsets.flatMap(({ subset, path }, index) => ['addresses', 'notReadyAddresses']
      .flatMap((list) => listAt(subset, list).map((address, position) => ({
        value: fieldAt(address, 'ip'),
        path: [...path, list, position, ...isRecord(address) ? ['ip'] : []],
        subset: index,
        isReady: list === 'addresses',
        nodeName: textAt(address, 'nodeName'),
        zoneHints: [],
        nodeHints: [],
      })))),
  };
}

function ofSlice(node: ObjectNode): EndpointsNode {
  return {
    ...node,
    serviceName: node.labels[SERVICE_NAME_LABEL],
    serviceNamePath: ['metadata', 'labels', SERVICE_NAME_LABEL],
    addressType: textAt(node.object, 'addressType'),
    ports: portNodes(node.object, [], 0),
    addresses: listAt(node.object, 'endpoints').flatMap((endpoint, index) => listAt(endpoint, 'addresses').map((value, position) => ({
      value,
      path: ['endpoints', index, 'addresses', position],
      subset: 0,
      // Nothing means ready: https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions
      isReady: fieldAt(endpoint, 'conditions', 'ready') !== false,
      nodeName: textAt(endpoint, 'nodeName'),
      zoneHints: hints(endpoint, 'forZones'),
      nodeHints: hints(endpoint, 'forNodes'),
    }))),
  };
}

function hints(endpoint: unknown, list: 'forZones' | 'forNodes'): string[] {
  return listAt(endpoint, 'hints', list).flatMap((hint) => textAt(hint, 'name') ?? []);
}

function portNodes(value: unknown, path: FieldPath, subset: number): EndpointPortNode[] {
  return listAt(value, 'ports').map((port, index) => ({
    name: textAt(port, 'name') ?? '',
    port: numberAt(port, 'port'),
    protocol: textAt(port, 'protocol') ?? 'TCP',
    path: [...path, 'ports', index],
    subset,
  }));
}
