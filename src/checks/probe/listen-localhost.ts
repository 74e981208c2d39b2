import type { Check } from '../check';
import { isLoopback, listenAddresses, portOptions, type ListenAddress } from './listen-addresses';
import { servedPorts } from './served-ports';
import type { ContainerNode } from '../../model/container-node';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { containerText } from '../server-containers';
import { isInjected, listening } from '../target-port/service-target';

/** A served port that is open to the Pod itself only. */
export const listenLocalhost: Check = {
  name: 'listen-localhost',
  severity: 'warning',
  summary: 'A container is told to listen on the loopback address on a port that a Service sends to.',
  why: 'the loopback address is reached from within the Pod only: connections through the Service are refused',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  * run(network) {
    for (const [workload, ports] of servedPorts(network)) {
      const told = new Map(workload.containers.map((container) => [container, listenAddresses(container, workload.namespace)]));
      // The proxy of a mesh may connect to the loopback address.
      if ([...told.values()].every(({ length }) => length === 0) || isInjected(workload)) continue;
      for (const { number, service, port } of ports) {
        const container = onlyServer(workload, number);
        const address = container && loopbackOnly(told.get(container) ?? [], number, () => portOptions(container, workload.namespace));
        if (!container || !address) continue;
        yield {
          object: workload,
          path: container.path,
          fact: `tells ${containerText(container)} to listen on ${address.host} ("${address.text}"), and ${nodeText(service)} sends ${listening(port)} to ${number} there`,
          fix: `write ${address.text.replace(address.host, address.host.includes(':') ? '[::]' : '0.0.0.0')}`,
          related: [service],
        };
      }
    }
  },
};

/** Another container may serve the port for the one that keeps to itself. */
function onlyServer({ containers }: WorkloadNode, number: number): ContainerNode | undefined {
  const serving = containers.filter(({ role }) => role !== 'init');
  const declaring = serving.filter(({ ports }) => ports.some(({ containerPort }) => containerPort === number));
  const possible = declaring.length > 0 ? declaring : serving;
  return possible.length === 1 ? possible[0] : undefined;
}

/** The address, if all that the container is told of this port is to keep it to itself. */
function loopbackOnly(addresses: readonly ListenAddress[], number: number, portsTold: () => readonly number[]): ListenAddress | undefined {
  const exact = addresses.filter(({ port }) => port === number);
  const others = exact.length > 0 ? [] : addresses.filter(({ port }) => port === undefined);
  const relevant = others.length > 0 && portsTold().includes(number) ? others : exact;
  return relevant.length > 0 && relevant.every(({ host }) => isLoopback(host)) ? relevant[0] : undefined;
}
