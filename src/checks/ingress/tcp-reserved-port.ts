import { controllerText, isIngressNginx, streamEntries, type StreamController } from './stream-controllers';
import { portsInUse, type PortsInUse } from '../../data-planes/controller/ports-in-use';
import { listenerOf, nextFreePort, type Forward } from '../../model/forward';
import type { Check, Problem } from '../check';

/** An entry of the controller's ConfigMap wants a port that the controller needs itself. */
export const tcpReservedPort: Check = {
  name: 'tcp-reserved-port',
  severity: 'error',
  summary: 'An entry of ingress-nginx or HAProxy wants a port that the controller keeps for itself, or that something else in its Pod listens on.',
  why: 'the controller skips the entry with a warning in its log, and the port does not lead to the Service',
  see: 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go',
  * run(network) {
    const inUse = new Map<StreamController, PortsInUse>();
    for (const { forward, path, stream, map } of streamEntries(network)) {
      if (!forward) continue;
      // Where a Service leads under another number, that is what the entry opens.
      const ports = inUse.get(stream) ?? portsInUse({ ...stream.controller, podServices: [] });
      inUse.set(stream, ports);
      const found = reserved(forward, stream, ports) ?? occupied(forward, stream, ports);
      if (found) yield { object: map.configMap, path, related: [stream.workload], ...found };
    }
  },
};

type Found = Omit<Problem, 'object' | 'path'>;

function reserved(forward: Forward, stream: StreamController, ports: PortsInUse): Found | undefined {
  const { consequences, pages } = stream.controller.type;
  const flag = ports.reserved.get(forward.listenPort);
  return flag === undefined ? undefined : {
    fact: `opens ${listenerOf(forward)}, which ${controllerText(stream)} reserves for itself (--${flag})`,
    fix: useAnother(forward, ports),
    ...isIngressNginx(stream) ? {} : { why: consequences.reservedPort, see: pages.source },
  };
}

function occupied(forward: Forward, stream: StreamController, ports: PortsInUse): Found | undefined {
  const owner = ports.occupied.get(listenerOf(forward));
  return owner === undefined ? undefined : {
    fact: `opens ${listenerOf(forward)}, which is taken in the Pod of ${controllerText(stream)} by ${owner}`,
    why: 'nginx cannot bind it, reports success and keeps its old configuration: from then on no change of any entry or Ingress takes effect',
    fix: useAnother(forward, ports),
    ...isIngressNginx(stream) ? {} : stream.controller.type.consequences.occupiedPort,
  };
}

function useAnother({ listenPort, protocol }: Forward, { reserved: own, occupied: taken, served }: PortsInUse): string {
  const free = nextFreePort(listenPort, (candidate) => {
    const listener = listenerOf({ listenPort: candidate, protocol });
    return own.has(candidate) || taken.has(listener) || served.has(listener);
  });
  const offered = served.get(listenerOf({ listenPort, protocol })) ?? [];
  return offered.some(({ targetPort }) => targetPort !== listenPort)
    ? `write "${free}" as the key, and add port: ${free} to the Service of the controller`
    : `write "${free}" as the key, and let port ${listenPort} of the Service lead there by targetPort: ${free}`;
}
