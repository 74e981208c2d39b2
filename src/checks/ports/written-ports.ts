import { fieldAt, listAt, type FieldPath } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { servicesWithPort } from '../../model/services-with';
import { isPort } from '../../values/port';
import { probesOf } from '../probe/probes';
import { serverContainers, type ServerContainer } from '../server-containers';

/** A place where an object has the number of a port. */
export interface WrittenPort {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  /** The field as people call it: `targetPort`, `port of the readinessProbe`. */
  readonly label: () => string;
  readonly value: unknown;
  readonly isRequired: boolean;
  /** A port that could be meant. */
  readonly example: number | string;
  /** Whether 0 stands for none. */
  readonly mayBeZero: boolean;
}

/** The numbers of ports in Services and Pods, without Services and container ports in which all are right; names used in their place are not among them, nor are node ports. */
export function* writtenPorts(network: Network): Iterable<WrittenPort> {
  for (const service of servicesWithPort(network, ODD)) yield* portsIn(service);
  for (const server of serverContainers(network)) {
    yield* declaredPortsOf(server);
    yield* probedPortsOf(server);
  }
}

function* portsIn(service: ServiceNode): Iterable<WrittenPort> {
  for (const { index, port, targetPort } of service.ports) {
    if (!isRecord(fieldAt(service.object, 'spec', 'ports', index))) continue;
    const at = placeIn(service, ['spec', 'ports', index]);
    yield { ...at('port'), label: () => `port in ports[${index}]`, isRequired: true, mayBeZero: false, example: usable(targetPort) };
    const target = at('targetPort');
    if (typeof target.value !== 'string') yield { ...target, label: () => `targetPort in ports[${index}]`, isRequired: false, mayBeZero: true, example: usable(port) };
  }
}

function* declaredPortsOf({ workload, container }: ServerContainer): Iterable<WrittenPort> {
  for (const [index, port] of listAt(container.object, 'ports').entries()) {
    if (!isRecord(port) || isRight(port)) continue;
    const at = placeIn(workload, [...container.path, 'ports', index]);
    const where = () => `in ports[${index}] of container "${container.name}"`;
    yield { ...at('containerPort'), label: () => `containerPort ${where()}`, isRequired: true, mayBeZero: false, example: EXAMPLE };
    yield { ...at('hostPort'), label: () => `hostPort ${where()}`, isRequired: false, mayBeZero: true, example: EXAMPLE };
  }
}

/** Nearly all are, which is told at first sight. */
function isRight({ containerPort, hostPort }: Readonly<Record<string, unknown>>): boolean {
  return isPort(containerPort) && (hostPort === undefined || isPort(hostPort));
}

function* probedPortsOf({ workload, container }: ServerContainer): Iterable<WrittenPort> {
  const [first] = container.ports.filter(({ protocol, containerPort }) => protocol === 'TCP' && usable(containerPort) === containerPort);
  for (const { kind, way, path, port: value } of probesOf(container)) {
    if (typeof value === 'string' && way !== 'grpc') continue;
    const label = () => `port in the ${kind} of container "${container.name}"`;
    const named = way === 'grpc' ? undefined : first?.name;
    yield { object: workload, path, value, label, isRequired: true, mayBeZero: false, example: named ?? first?.containerPort ?? EXAMPLE };
  }
}

const EXAMPLE = 8080;

const ODD = {
  port: (value: unknown) => !isPort(value),
  targetPort: (value: unknown) => value !== undefined && typeof value !== 'string' && !isPort(value),
};

function usable(port: unknown): number {
  return isPort(port) ? port : EXAMPLE;
}

function placeIn(object: ObjectNode, base: FieldPath) {
  return (field: string) => ({ object, path: [...base, field], value: fieldAt(object.object, ...base, field) });
}
