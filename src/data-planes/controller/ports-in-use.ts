import { controllerContainer } from './controller';
import type { Controller, ControllerType, Occupant } from './controller-type';
import { flagPort } from './flags';
import { admission } from '../../kube/network-policy';
import { portsOf, type ServiceObject } from '../../kube/service';
import { runningContainers, type Workload } from '../../kube/workload';
import { listenerOf, type Listener } from '../../model/forward';

/** What the ports of a controller are used for before anything is forwarded: gathered once, looked up for every forward. */
export interface PortsInUse {
  /** The flag by which the controller keeps a port for itself, for TCP and UDP alike. */
  readonly reserved: ReadonlyMap<number, string>;
  /** What else listens in the controller's Pod, by `port/protocol`. */
  readonly occupied: ReadonlyMap<string, string>;
  /** The ports of its Services, by `port/protocol`. */
  readonly served: ReadonlyMap<string, readonly ServedPort[]>;
  /** The listener behind a node port, by `nodePort/protocol`. */
  readonly nodePorts: ReadonlyMap<string, string>;
  /** Whether the NetworkPolicies around it let anyone connect to a port. */
  readonly isAdmitted: (port: number, protocol: string) => boolean;
}

/** A port of one of the controller's Services. */
export interface ServedPort {
  readonly service: ServiceObject;
  readonly targetPort: number | string;
  readonly nodePort?: number;
}

export function portsInUse(controller: Controller): PortsInUse {
  const { services, policies } = controller;
  const served = new Map<string, ServedPort[]>();
  const nodePorts = new Map<string, string>();
  for (const service of services) {
    for (const { port, protocol, targetPort, nodePort } of portsOf(service)) {
      const listener = `${port}/${protocol}`;
      served.set(listener, [...served.get(listener) ?? [], { service, targetPort, nodePort }]);
      if (nodePort !== undefined) nodePorts.set(`${nodePort}/${protocol}`, listener);
    }
  }
  return { reserved: reservedPorts(controller), occupied: new Map(occupants(controller)), served, nodePorts, isAdmitted: admission(policies) };
}

/** The ports that the controller keeps for itself, for TCP and UDP alike, and the flags that move them. */
export function reservedPorts({ type, words }: Pick<Controller, 'type' | 'words'>): Map<number, string> {
  return new Map(Object.entries(type.reservedPorts).flatMap(([flag, usual]) => {
    const port = flagPort(words, flag) ?? usual;
    return port === undefined ? [] : [[port, flag] as const];
  }));
}

function occupants(controller: Controller): Occupant[] {
  const { type, workloads, podServices } = controller;
  return [
    ...workloads.flatMap((workload) => sharesNetwork(workload, type)),
    ...podServices.flatMap((service) => targetsElsewhere(service, workloads)),
    ...type.occupants(controller),
  ];
}

// https://kubernetes.io/docs/reference/networking/ports-and-protocols/
const NODE_PORTS = [22, 2379, 2380, 6443, 10248, 10249, 10250, 10256, 10257, 10259];

function sharesNetwork(workload: Workload, type: ControllerType): Occupant[] {
  const { spec } = workload.spec.template;
  const controller = controllerContainer(workload, type);
  const neighbours = runningContainers(spec).filter((container) => container !== controller);
  return [
    ...spec.hostNetwork ? NODE_PORTS.map((port): Occupant => [`${port}/TCP`, 'the node, whose network it shares']) : [],
    ...neighbours.flatMap(({ name, ports }) => (ports ?? []).map(({ containerPort, protocol }): Occupant =>
      [`${containerPort}/${protocol ?? 'TCP'}`, `the container "${name}" beside it`])),
  ];
}

/** Where a Service leads under another number, something listens already. */
function targetsElsewhere(service: ServiceObject, workloads: readonly Workload[]): Occupant[] {
  return portsOf(service).flatMap(({ port, protocol, targetPort }) => targetNumbers(targetPort, workloads)
    .filter((target) => target !== port)
    .map((target): Occupant => [`${target}/${protocol}`, `what port ${port} of Service ${service.metadata.name} leads to`]));
}

/** The numbers that a target port stands for: itself, or the container ports of that name. */
export function targetNumbers(targetPort: number | string, workloads: readonly Workload[]): number[] {
  if (typeof targetPort === 'number') return [targetPort];
  const containers = workloads.flatMap(({ spec }) => runningContainers(spec.template.spec));
  return containers.flatMap(({ ports }) => ports ?? []).filter(({ name }) => name === targetPort).map(({ containerPort }) => containerPort);
}

/** Whether a listener is spoken for. */
export function isInUse({ reserved, occupied, served }: PortsInUse, listener: Listener): boolean {
  return reserved.has(listener.listenPort) || occupied.has(listenerOf(listener)) || served.has(listenerOf(listener));
}
