import type { Network } from './network';
import type { ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';
import { fieldAt, listAt, recordAt, textAt, type FieldPath } from '../kube/field';

/** An Ingress and the places in which it names a Service. */
export interface IngressNode extends ObjectNode {
  readonly backends: readonly IngressBackendNode[];
  /** Whether it is written as before networking.k8s.io/v1: serviceName and servicePort. */
  readonly isOldForm: boolean;
}

export interface IngressBackendNode {
  readonly path: FieldPath;
  /** The backend as it stands in the manifest. */
  readonly object: unknown;
  readonly serviceName?: string;
  /** The place of the port in the object. */
  readonly portPath: FieldPath;
  /** The port's number or its name; absent where there is none, or both. */
  readonly port?: number | string;
}

/** Every Ingress of a network. */
export const ingressesOf = oncePerNetwork((network: Network): readonly IngressNode[] =>
  ['networking.k8s.io', 'extensions'].flatMap((group) => network.ofKind(group, 'Ingress')).map(ingressNode));

function ingressNode(node: ObjectNode): IngressNode {
  const isOldForm = node.apiVersion !== 'networking.k8s.io/v1';
  return { ...node, isOldForm, backends: backendPaths(node, isOldForm).map((path) => backendNode(node, path, isOldForm)) };
}

function backendPaths({ object }: ObjectNode, isOldForm: boolean): FieldPath[] {
  const paths = listAt(object, 'spec', 'rules').flatMap((rule, ruleIndex) => listAt(rule, 'http', 'paths').map((_, pathIndex): FieldPath =>
    ['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex, 'backend']));
  const defaultBackend = ['spec', isOldForm ? 'backend' : 'defaultBackend'];
  return [defaultBackend, ...paths].filter((path) => Object.keys(recordAt(object, ...path)).length > 0);
}

function backendNode({ object }: ObjectNode, path: FieldPath, isOldForm: boolean): IngressBackendNode {
  const backend = fieldAt(object, ...path);
  const serviceName = isOldForm ? textAt(backend, 'serviceName') : textAt(backend, 'service', 'name');
  const portPath = isOldForm ? ['servicePort'] : ['service', 'port'];
  return { path, object: backend, serviceName, portPath: [...path, ...portPath], port: portOf(fieldAt(backend, ...portPath), isOldForm) };
}

function portOf(value: unknown, isOldForm: boolean): number | string | undefined {
  const candidates = isOldForm ? [value] : [fieldAt(value, 'number'), fieldAt(value, 'name')];
  const given = candidates.filter((candidate) => typeof candidate === 'number' || (typeof candidate === 'string' && candidate !== ''));
  return given.length === 1 ? given[0] as number | string : undefined;
}
