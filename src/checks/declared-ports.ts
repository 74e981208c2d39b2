import type { ContainerPortNode } from '../model/container-node';
import type { ServicePortNode } from '../model/service-node';
import type { WorkloadNode } from '../model/workload-node';

/** The ports that a workload's Pods declare, without those of init containers that end. */
export function portsDeclared({ servingPorts }: WorkloadNode): readonly ContainerPortNode[] {
  return servingPorts;
}

/** Whether all the ports that its Pods declare can be read. */
export function arePortsKnown({ containers }: WorkloadNode): boolean {
  return !containers.some(({ hasUnknownPorts }) => hasUnknownPorts);
}

/** The declared port that a Service port leads to: by number or by name, the protocol being the same. */
export function declaring(workload: WorkloadNode, { targetPort, protocol }: ServicePortNode): ContainerPortNode | undefined {
  return portsDeclared(workload).find((port) => port.protocol === protocol
    && (typeof targetPort === 'number' ? port.containerPort === targetPort : port.name === targetPort));
}

/** `"sql" (5432/TCP)`, or the number alone where the port has no name. */
export function containerPortText({ name, containerPort, protocol }: ContainerPortNode): string {
  return name === undefined ? `${containerPort}/${protocol}` : `"${name}" (${containerPort}/${protocol})`;
}
