import { serverContainers, type ServerContainer } from '../server-containers';
import { probesOf, type PortProbe } from './probes';
import type { ContainerPortNode } from '../../model/container-node';
import type { Network } from '../../model/network';

/** A probe of the Pod's own address, and the number it connects to. */
export interface ProbedPort {
  readonly server: ServerContainer;
  readonly probe: PortProbe;
  readonly number: number;
  /** What the Pod declares under that number, for any protocol. */
  readonly declared: readonly ContainerPortNode[];
}

/** The ports that probes connect to, as far as all the ports of the Pods can be read. */
export function* probedPorts(network: Network): Iterable<ProbedPort> {
  for (const server of serverContainers(network)) {
    const { containers } = server.workload;
    if (containers.some(({ hasUnknownPorts }) => hasUnknownPorts)) continue;
    for (const probe of probesOf(server.container)) {
      const number = numberOf(probe, server);
      if (number === undefined || probe.host !== undefined) continue;
      yield { server, probe, number, declared: server.workload.servingPorts.filter(({ containerPort }) => containerPort === number) };
    }
  }
}

/** A name is looked up in the container itself, for any protocol. */
export function numberOf({ port }: PortProbe, { container }: ServerContainer): number | undefined {
  return typeof port === 'number' ? port : container.ports.find(({ name }) => name !== undefined && name === port)?.containerPort;
}
