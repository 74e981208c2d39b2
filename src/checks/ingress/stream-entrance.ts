import type { StreamController } from './stream-controllers';
import { controllerContainer } from '../../data-planes/controller/controller';
import { targetNumbers } from '../../data-planes/controller/ports-in-use';
import type { ContainerPort } from '../../kube/workload';
import type { Forward } from '../../model/forward';
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
