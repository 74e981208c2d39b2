import { declaring, portsDeclared } from '../declared-ports';
import { faultOf } from '../fault-of';
import type { PortSplit } from './port-split';
import { portsText } from './ports-text';
import { tellingLabel } from './telling-label';
import { listed } from './workload-list';
import { labelsText } from '../../model/known-labels';
import type { ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { parsePortName } from '../../values/port-name';

/** How to keep connections from the workloads that do not listen: a narrower selector, or a name, which is looked up in each Pod. */
export function splitFix(split: PortSplit, refusing: readonly WorkloadNode[]): string {
  const { service, listening } = split;
  const label = tellingLabel(service, listening, refusing);
  if (label && servesAllPorts(split)) return `add ${labelsText(label)} to spec.selector`;
  if (!service.isHeadless) return nameFix(split, refusing);
  return label ? `make a headless Service for these ports with ${labelsText({ ...service.selector, ...label })} as its selector`
    : `give the Pods of ${listed(listening)} a label of their own, for example component: ${listening[0].name}, and add it to spec.selector`;
}

/** Whether the listening workloads also serve the other ports of the Service, so that it can select them alone. */
function servesAllPorts({ service, listening, competitors }: PortSplit): boolean {
  const isDeclaredBy = (workloads: readonly WorkloadNode[], port: ServicePortNode) => workloads.some((workload) => declaring(workload, port));
  return service.ports.every((port) => isDeclaredBy(listening, port) || !isDeclaredBy(competitors, port));
}

function nameFix({ ports, listening }: PortSplit, refusing: readonly WorkloadNode[]): string {
  const names = ports.map((port) => ({ port, known: knownName(port, listening, refusing), name: newName(port, [...listening, ...refusing]) }));
  const targets = names.map(({ port, known, name }) => `targetPort ${known ?? name}${ports.length > 1 ? ` for ${portsText([port])}` : ''}`).join(' and ');
  const unnamed = names.filter(({ known }) => known === undefined);
  const naming = unnamed.map(({ port, name }) => `containerPort ${port.targetPort} "${name}"`).join(' and ');
  const reason = 'a name is looked up in each Pod, and Pods without it are left out';
  return naming === '' ? `use ${targets}: ${reason}` : `name ${naming} in ${listed(listening)} and use ${targets}: ${reason}`;
}

/** The name that the port has in all listening workloads, if it means nothing else in the others. */
function knownName(port: ServicePortNode, listening: readonly WorkloadNode[], refusing: readonly WorkloadNode[]): string | undefined {
  const name = declaring(listening[0], port)?.name;
  return name !== undefined && listening.every((workload) => declaring(workload, port)?.name === name) && !isTaken(name, refusing) ? name : undefined;
}

function newName({ name, targetPort }: ServicePortNode, workloads: readonly WorkloadNode[]): string {
  const isFree = name !== undefined && faultOf(parsePortName, name) === undefined && !isTaken(name, workloads);
  return isFree ? name : `port-${targetPort}`;
}

function isTaken(name: string, workloads: readonly WorkloadNode[]): boolean {
  return workloads.some((workload) => portsDeclared(workload).some((port) => port.name === name));
}
