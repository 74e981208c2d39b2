import { asItsType, streamEntries, type StreamEntryNode, type StreamMap } from './stream-controllers';
import { isPlaceholder } from '../../kube/placeholder';
import { listenerOf, type Forward } from '../../model/forward';
import { nodeText } from '../../model/object-node';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** An entry of the controller's ConfigMap names a port that its Service does not have. */
export const tcpServicePortMissing: Check = {
  name: 'tcp-service-port-missing',
  severity: 'error',
  summary: 'An entry of ingress-nginx or HAProxy names a port that its Service does not have, or has for the other protocol only.',
  why: 'the controller finds no endpoint for the entry, skips it with a warning in its log, and the port stays closed',
  see: 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go',
  * run(network) {
    for (const entry of streamEntries(network)) {
      const { forward, map } = entry;
      const service = forward && network.service(forward.backend.namespace, forward.backend.name);
      const problem = service && problemOf(entry, forward, service, map);
      if (problem) yield { ...problem, ...asItsType(entry.stream, ({ skippedEntry }) => skippedEntry) };
    }
  },
};

function problemOf({ path, value }: StreamEntryNode, forward: Forward, service: ServiceNode, { configMap }: StreamMap): Problem | undefined {
  const { servicePort } = forward.backend;
  const { ports } = service;
  const isNamed = ({ port, name }: ServicePortNode) => (typeof servicePort === 'number' ? port : name) === servicePort;
  if (ports.some((port) => port.protocol === forward.protocol && isNamed(port))) return undefined;
  if (ports.some(({ port, name }) => port === undefined || isPlaceholder(name))) return undefined;
  const named = ports.filter(isNamed);
  const meant = meantBy(forward, service);
  const asWritten = typeof servicePort === 'number' ? `port ${servicePort}` : `the port ${JSON.stringify(servicePort)}`;
  return {
    object: configMap,
    path,
    fact: `sends ${listenerOf(forward)} to ${asWritten} of ${nodeText(service)}, which has ${portsOf(service)}${hint(servicePort, service)}`,
    fix: meant === undefined
      ? `${named.length > 0 ? `move the entry to the ConfigMap for ${named[0].protocol}, or ` : ''}add ${typeof servicePort === 'number' ? `port: ${servicePort}` : 'a port of that name'} with protocol: ${forward.protocol} to spec.ports of ${nodeText(service)}`
      : `write ${rewritten(value, meant)}`,
    related: [service],
  };
}

/** The Service port that was meant: the one that leads to the number given, else the only one of the protocol. */
function meantBy({ protocol, backend }: Forward, { ports }: ServiceNode): number | undefined {
  const fitting = ports.filter((port) => port.protocol === protocol);
  const target = fitting.find(({ targetPort }) => targetPort === backend.servicePort);
  return (target ?? (fitting.length === 1 ? fitting[0] : undefined))?.port;
}

function rewritten(value: string, port: number): string {
  const [service, , ...flags] = value.trim().split(':');
  return [service, port, ...flags].join(':');
}

function hint(servicePort: number | string, { ports, isHeadless }: ServiceNode): string {
  const target = ports.find(({ targetPort, nodePort }) => targetPort === servicePort || nodePort === servicePort);
  if (target && target.port !== servicePort) return `; ${servicePort} is the ${target.targetPort === servicePort ? 'targetPort' : 'node port'} of its port ${target.port}`;
  return isHeadless && ports.length === 0 ? '; a headless Service needs ports for this' : '';
}

function portsOf(service: ServiceNode): string {
  const { ports } = service;
  if (ports.length === 0) return 'no ports';
  const shown = ports.slice(0, 5).map((port) => (port.name === undefined ? servicePortText(port) : `${servicePortText(port)} ("${port.name}")`));
  return `${shown.join(', ')}${ports.length > 5 ? ` and ${ports.length - 5} more` : ''}`;
}
