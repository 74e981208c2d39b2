import { streamControllersOf, type StreamController } from './stream-controllers';
import { controllerContainer } from '../../data-planes/controller/controller';
import { targetNumbers } from '../../data-planes/controller/ports-in-use';
import type { ContainerPort } from '../../kube/workload';
import type { DataPlaneForward } from '../../model/data-plane-forward';
import { listenerOf, type Forward } from '../../model/forward';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';

type Listening = Pick<Forward, 'listenPort' | 'protocol'>;

/** A port of a Service before a controller. */
export interface Entrance {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
}

/** Whether clients reach the port of a controller on its nodes. */
export function isOnNodes(listening: Listening, { controller }: StreamController): boolean {
  return controller.workloads.some((workload) => workload.spec.template.spec.hostNetwork
    || (controllerContainer(workload, controller.type).ports ?? []).some((port) => isHostPort(port, listening)));
}

function isHostPort({ containerPort, hostPort, protocol: given = 'TCP' }: ContainerPort, { listenPort, protocol }: Listening): boolean {
  return hostPort !== undefined && containerPort === listenPort && given === protocol;
}

/** What the ports of the controller's Services lead to, by listener; gathered once, looked up for every entry. */
export function entrancesOf({ services, controller }: StreamController): ReadonlyMap<string, Entrance> {
  const entrances = new Map<string, Entrance>();
  for (const service of services) {
    for (const port of service.ports) {
      const numbers = port.targetPort === undefined ? [] : targetNumbers(port.targetPort, controller.workloads);
      for (const number of numbers) entrances.set(`${number}/${port.protocol}`, entrances.get(`${number}/${port.protocol}`) ?? { service, port });
    }
  }
  return entrances;
}

/** How clients get to a listener. */
export interface WayIn {
  readonly stream: StreamController;
  /** Absent where no port of the controller's Services leads there. */
  readonly entrance?: Entrance;
}

/** The way to a listener; nothing where clients come in on the nodes, or the Services of the controller are not among the objects. */
export function wayTo(listener: DataPlaneForward, network: Network): WayIn | undefined {
  return ways(network).get(`${listener.dataPlane} ${listenerOf(listener)}`);
}

const ways = oncePerNetwork((network): ReadonlyMap<string, WayIn> => {
  const found = new Map<string, WayIn>();
  for (const stream of streamControllersOf(network).filter(({ services }) => services.length > 0)) {
    const entrances = entrancesOf(stream);
    for (const forward of stream.maps.flatMap(({ entries }) => entries.flatMap((entry) => entry.forward ?? []))) {
      if (!isOnNodes(forward, stream)) found.set(`${stream.controller.type.name} ${listenerOf(forward)}`, { stream, entrance: entrances.get(listenerOf(forward)) });
    }
  }
  return found;
});
