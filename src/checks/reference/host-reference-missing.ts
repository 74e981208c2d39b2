import { hostsIn, type HostMention } from './host-mentions';
import { listAt, textAt, textsAt, type FieldPath } from '../../kube/field';
import type { ContainerNode } from '../../model/container-node';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText, type ObjectNode } from '../../model/object-node';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** A text names a Service of the set as a host, with a port that it does not have. */
export const hostReferenceMissing: Check = {
  name: 'host-reference-missing',
  severity: 'info',
  summary: 'An argument, a variable or a ConfigMap names a Service as a host, with a port that the Service does not have.',
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
  const { text, name, namespace = node.namespace, port } = mention;
  const service = port === undefined ? undefined : network.service(namespace, name);
  if (!service || !hasFixedPorts(service) || service.ports.some((candidate) => candidate.port === port)) return undefined;
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

/** Clients of a headless Service and of an alias reach every port of what is behind it. */
function hasFixedPorts({ type, isHeadless, ports }: ServiceNode): boolean {
  return type !== 'ExternalName' && !isHeadless && ports.length > 0 && ports.every(({ port }) => port !== undefined);
}
