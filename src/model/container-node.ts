import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';
import type { KubeObject } from '../kube/kube-object';
import { isPlaceholder } from '../kube/placeholder';

/** A container of a Pod. */
export interface ContainerNode {
  readonly name: string;
  /** A sidecar is an init container that keeps running. */
  readonly role: 'container' | 'sidecar' | 'init';
  readonly ports: readonly ContainerPortNode[];
  /** Whether it may have ports that `ports` does not tell: their numbers or names are filled in later, or cannot be read. */
  readonly hasUnknownPorts: boolean;
  /** The place of the container in the object. */
  readonly path: FieldPath;
  /** The container as it stands in the manifest. */
  readonly object: unknown;
}

export interface ContainerPortNode {
  readonly name?: string;
  readonly containerPort: number;
  readonly hostPort?: number;
  readonly protocol: string;
  readonly path: FieldPath;
}

/** The containers of a Pod in the order in which port names are looked up: regular ones, then the init containers. */
export function containerNodes(object: KubeObject, podSpecPath: FieldPath): ContainerNode[] {
  const nodesIn = (list: string) => listAt(object, ...podSpecPath, list).map((value, index) => {
    const path = [...podSpecPath, list, index];
    return {
      name: textAt(value, 'name') ?? '', role: roleOf(list, value), ports: portNodes(value, path), hasUnknownPorts: hasUnknownPorts(value), path, object: value,
    };
  });
  return [...nodesIn('containers'), ...nodesIn('initContainers')];
}

/** The ports that clients can reach while the Pod runs. */
export function servingPorts(containers: readonly ContainerNode[]): ContainerPortNode[] {
  return containers.filter(({ role }) => role !== 'init').flatMap(({ ports }) => ports);
}

function roleOf(list: string, value: unknown): ContainerNode['role'] {
  if (list === 'containers') return 'container';
  return fieldAt(value, 'restartPolicy') === 'Always' ? 'sidecar' : 'init';
}

function hasUnknownPorts(container: unknown): boolean {
  const ports = fieldAt(container, 'ports');
  if (!Array.isArray(ports)) return ports !== undefined && ports !== null;
  return ports.some((port) => numberAt(port, 'containerPort') === undefined
    || isPlaceholder(fieldAt(port, 'name')) || isPlaceholder(fieldAt(port, 'protocol')));
}

function portNodes(container: unknown, path: FieldPath): ContainerPortNode[] {
  return listAt(container, 'ports').flatMap((value, index) => {
    const containerPort = numberAt(value, 'containerPort');
    return containerPort === undefined ? [] : [{
      name: textAt(value, 'name') || undefined,
      containerPort,
      hostPort: numberAt(value, 'hostPort'),
      protocol: textAt(value, 'protocol') || 'TCP',
      path: [...path, 'ports', index],
    }];
  });
}
