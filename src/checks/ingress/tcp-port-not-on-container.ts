import { controllerText, streamControllersOf, streamEntries, type StreamController } from './stream-controllers';
import { controllerContainer, usesHostPorts } from '../../data-planes/controller/controller';
import { reservedPorts } from '../../data-planes/controller/ports-in-use';
import { listenerOf } from '../../model/forward';
import type { Check } from '../check';

/** A controller that is reached on ports of its nodes opens one more port inside only. */
export const tcpPortNotOnContainer: Check = {
  name: 'tcp-port-not-on-container',
  severity: 'info',
  summary: 'A controller is reached through host ports, and a port of its ConfigMap is none of them.',
  why: 'on the addresses of the nodes, where HTTP is answered, the port is closed',
  see: 'https://kubernetes.github.io/ingress-nginx/deploy/baremetal/#via-the-host-network',
  * run(network) {
    const hostPorts = new Map(streamControllersOf(network).map((stream) => [stream, hostPortsOf(stream)]));
    for (const { forward, path, stream, map } of streamEntries(network)) {
      const ports = hostPorts.get(stream);
      if (!forward || !ports || ports.has(listenerOf(forward)) || reservedPorts(stream.controller).has(forward.listenPort)) continue;
      yield {
        object: map.configMap,
        path,
        fact: `opens ${listenerOf(forward)} in ${controllerText(stream)}, whose host ports are ${[...ports.values()].join(', ')} only`,
        fix: `add { containerPort: ${forward.listenPort}, hostPort: ${forward.listenPort}, protocol: ${forward.protocol} } to the ports of its container`,
        related: [stream.workload],
      };
    }
  },
};

/** The host port of each port of the controller's container that has one; nothing where it is not reached through host ports. */
function hostPortsOf({ controller: { type, workloads } }: StreamController): ReadonlyMap<string, number> | undefined {
  const workload = workloads.find((candidate) => usesHostPorts(candidate, type));
  const ports = workload && (controllerContainer(workload, type).ports ?? []);
  return ports && new Map(ports.flatMap(({ containerPort, protocol = 'TCP', hostPort }) => (
    hostPort === undefined ? [] : [[`${containerPort}/${protocol}`, hostPort] as const])));
}
