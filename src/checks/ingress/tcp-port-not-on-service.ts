import { controllerText, isIngressNginx, streamControllersOf, streamEntries, type StreamController, type StreamEntryNode, type StreamMap } from './stream-controllers';
import { entrancesOf, isOnNodes } from './stream-entrance';
import { reservedPorts } from '../../data-planes/controller/ports-in-use';
import { listenerOf, type Forward } from '../../model/forward';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Verdict } from '../check';

/** The controller listens, and nothing leads to it. */
export const tcpPortNotOnService: Check = {
  name: 'tcp-port-not-on-service',
  severity: 'error',
  summary: 'An entry of ingress-nginx or HAProxy opens a port in the controller that no port of its Service leads to.',
  why: 'the controller listens in its Pods, but the load balancer and the node ports do not open the port: clients wait in vain',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    const ledTo = new Map(streamControllersOf(network).map((stream) => [stream, entrancesOf(stream)]));
    for (const entry of streamEntries(network)) {
      const { forward, stream } = entry;
      if (forward && ledTo.get(stream)?.has(listenerOf(forward))) continue;
      const verdict = verdictOn(entry, stream, entry.map);
      if (verdict) yield verdict;
    }
  },
};

function verdictOn({ forward, path }: StreamEntryNode, stream: StreamController, { configMap }: StreamMap): Verdict | undefined {
  if (!forward || isSkipped(forward, stream) || isOnNodes(forward, stream)) return undefined;
  const { services, workload } = stream;
  if (services.length === 0) return { object: configMap, cannotTell: `no Service that leads to ${controllerText(stream)} is among the objects` };
  const [service] = services;
  return {
    object: configMap,
    path,
    fact: `opens ${listenerOf(forward)} in ${controllerText(stream)}, but ${services.length > 1 ? `none of its ${services.length} Services` : `${nodeText(service)} does not`} lead${services.length > 1 ? 's' : ''} there${instead(service, forward)}`,
    fix: `add { name: ${forward.protocol.toLowerCase()}-${forward.listenPort}, port: ${forward.listenPort}, protocol: ${forward.protocol}, targetPort: ${forward.listenPort} } to spec.ports of ${nodeText(service)}`,
    related: [...services, workload],
    ...isIngressNginx(stream) ? {} : { see: stream.controller.type.pages.guide },
  };
}

/** Other checks say of these that the controller does not open them at all. */
function isSkipped({ listenPort }: Forward, { controller }: StreamController): boolean {
  return reservedPorts(controller).has(listenPort) || listenPort < 1 || listenPort > 65535;
}

function instead({ ports }: ServiceNode, { listenPort, protocol }: Forward): string {
  const same = ports.find(({ port }) => port === listenPort);
  if (!same) return '';
  return same.protocol === protocol
    ? `: its port ${listenPort} is sent to targetPort ${same.targetPort}`
    : `: its port ${listenPort} is ${same.protocol}`;
}
