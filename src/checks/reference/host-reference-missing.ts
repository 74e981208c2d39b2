import { hostsIn, type HostMention } from './host-mentions';
import { listAt, textAt, textsAt, type FieldPath } from '../../kube/field';
import type { ContainerNode } from '../../model/container-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import { isWorkloadNode } from '../../model/workload-node';
import { distance, isTypingMistake } from '../../values/similar-name';
import type { Check, Problem } from '../check';

/** A text names a Service of the set as a host, with a port that it does not have; or one that is a slip away from one of the set. */
export const hostReferenceMissing: Check = {
  name: 'host-reference-missing',
  severity: 'info',
  summary: 'An argument, a variable or a ConfigMap names a Service as a host, with a port that the Service does not have, or with a typing mistake in the name or the namespace.',
  why: 'nothing answers at other ports of a cluster IP: the connection is refused or times out',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services',
  * run(network) {
    for (const { node, path, text } of textsIn(network)) {
      for (const mention of hostsIn(text)) {
        const problem = problemOf(node, path, mention, network);
        if (problem) yield problem;
      }
    }
  },
};

interface PlacedText {
  readonly node: ObjectNode;
  readonly path: FieldPath;
  readonly text: string;
}

function* textsIn(network: Network): Iterable<PlacedText> {
  for (const workload of network.workloads) {
    for (const container of isHelmHook(workload) ? [] : workload.containers) yield* textsOf(container, workload);
  }
  for (const node of network.ofKind('', 'ConfigMap')) {
    for (const [key, text] of Object.entries(textsAt(node.object, 'data'))) yield { node, path: ['data', key], text };
  }
}

function* textsOf({ object, path }: ContainerNode, node: ObjectNode): Iterable<PlacedText> {
  for (const list of ['command', 'args']) {
    for (const index of listAt(object, list).keys()) yield { node, path: [...path, list, index], text: textAt(object, list, index) ?? '' };
  }
  for (const index of listAt(object, 'env').keys()) yield { node, path: [...path, 'env', index, 'value'], text: textAt(object, 'env', index, 'value') ?? '' };
}

function problemOf(node: ObjectNode, path: FieldPath, mention: HostMention, network: Network): Problem | undefined {
  const { name, namespace = node.namespace, port } = mention;
  if (port === undefined) return undefined;
  const service = network.service(namespace, name);
  return service ? withoutPort(node, path, mention, service) : misspelt(node, path, mention, network);
}

function withoutPort(node: ObjectNode, path: FieldPath, { text, port }: HostMention, service: ServiceNode): Problem | undefined {
  if (!hasFixedPorts(service) || service.ports.some((candidate) => candidate.port === port)) return undefined;
  const target = service.ports.find(({ targetPort }) => targetPort === port);
  const [meant] = target ? [target] : service.ports;
  return {
    object: node,
    path,
    fact: `connects to ${text}, but ${nodeText(service)} has ${service.ports.map(servicePortText).join(', ')}${target ? `; ${port} is the targetPort of its port ${target.port}` : ''}`,
    fix: `write ${text.replace(/:\d+$/, `:${meant.port}`)}`,
    related: [service],
  };
}

/** The same port and nearly the same name: the search domains of a Pod lead to Services of its own namespace first. */
function misspelt(node: ObjectNode, path: FieldPath, mention: HostMention, network: Network): Problem | undefined {
  const { text, name, namespace = node.namespace, port } = mention;
  if (network.circumstances.unreadable.length > 0 || operatedIn(network, namespace) || isAlias(name, node)) return undefined;
  const listening = byPort(network).get(`${namespace}/${port}`) ?? [];
  const service = listening.slice(0, COMPARED).find((candidate) => isTypingMistake(name, candidate.name));
  return service ? {
    object: node,
    path,
    fact: `connects to ${text}; namespace ${namespace} has no Service "${name}" among the objects, but "${service.name}", which has port ${port}`,
    why: 'a name that is no Service does not resolve',
    fix: `write ${text.replace(name, service.name)}`,
    related: [service],
  } : inMisspeltNamespace(node, path, mention, network);
}

/** The same name and port, in a namespace that has nothing and is nearly called like the one of the Service. */
function inMisspeltNamespace(node: ObjectNode, path: FieldPath, { text, name, namespace, port }: HostMention, network: Network): Problem | undefined {
  if (namespace === undefined || namespacesOf(network).has(namespace)) return undefined;
  const service = (byName(network).get(`${name}:${port}`) ?? []).slice(0, COMPARED)
    .find((candidate) => distance(namespace, candidate.namespace) === 1 && isTypingMistake(namespace, candidate.namespace));
  return service && {
    object: node,
    path,
    fact: `connects to ${text}; no Service or workload among the objects is in namespace ${namespace}, but ${nodeText(service)} has port ${port}`,
    why: 'a name that is no Service does not resolve',
    fix: `write ${text.replace(`${name}.${namespace}`, `${name}.${service.namespace}`)}`,
    related: [service],
  };
}

/** The namespaces that something of the set is in. */
const namespacesOf = oncePerNetwork((network): ReadonlySet<string> => new Set([
  ...[...network.services, ...network.workloads].map(({ namespace }) => namespace), ...network.ofKind('', 'Namespace').map(({ name }) => name),
]));

/** Above so many Services of one port a name is not compared with each. */
const COMPARED = 100;

/** The Services of each port of each namespace. */
const byPort = oncePerNetwork((network) => servicesBy(network, ({ namespace }, port) => `${namespace}/${port}`));

/** The Services of each name and port, whatever their namespace. */
const byName = oncePerNetwork((network) => servicesBy(network, ({ name }, port) => `${name}:${port}`));

type ServicesByKey = ReadonlyMap<string, readonly ServiceNode[]>;

function servicesBy({ services }: Network, keyOf: (service: ServiceNode, port: number | undefined) => string): ServicesByKey {
  const ports = services.flatMap((service) => service.ports.map(({ port }) => ({ service, port })));
  const byKey = groupedBy(ports, ({ service, port }) => keyOf(service, port));
  return new Map([...byKey].map(([key, found]) => [key, found.map(({ service }) => service)]));
}

/** Whether the Pod has the name in its own hosts file. */
function isAlias(name: string, node: ObjectNode): boolean {
  return isWorkloadNode(node) && listAt(node.podSpec, 'hostAliases').some((alias) => listAt(alias, 'hostnames').includes(name));
}

/** Clients of a headless Service and of an alias reach every port of what is behind it. */
function hasFixedPorts({ type, isHeadless, ports }: ServiceNode): boolean {
  return type !== 'ExternalName' && !isHeadless && ports.length > 0 && ports.every(({ port }) => port !== undefined);
}
