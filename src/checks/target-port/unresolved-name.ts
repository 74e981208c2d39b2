import { portsDeclared } from '../declared-ports';
import { serviceTargets, type ServiceTarget } from './service-target';
import type { ContainerNode, ContainerPortNode } from '../../model/container-node';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { WorkloadNode } from '../../model/workload-node';
import { isUsable } from '../../values/capabilities';
import { parsePortName } from '../../values/port-name';
import { faultOf } from '../fault-of';

/** A name used as targetPort that is looked up in vain in all the Pods. */
export interface UnresolvedName {
  readonly target: ServiceTarget;
  readonly name: string;
  readonly reason: 'missing' | 'other-protocol' | 'in-sidecar' | 'in-init';
  /** The ports that nearly are the one. */
  readonly near: readonly NearPort[];
}

export interface NearPort {
  readonly workload: WorkloadNode;
  readonly container: ContainerNode;
  readonly port: ContainerPortNode;
}

/**
 * The names used as targetPort that lead nowhere. They are looked up per Pod, by name and protocol, in the regular containers
 * and, from Kubernetes 1.33 on, in the sidecars.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/endpointslice/utils.go
 */
export const unresolvedNames = oncePerNetwork((network) => serviceTargets(network).flatMap((target) => unresolved(target, network) ?? []));

function unresolved(target: ServiceTarget, { circumstances }: Network): UnresolvedName | undefined {
  const { targetPort: name, protocol } = target.port;
  if (typeof name !== 'string' || faultOf(parsePortName, name)) return undefined;
  const called = target.workloads.flatMap((workload) => portsCalled(name, workload));
  const exact = called.filter(({ port }) => port.protocol === protocol);
  const by = (role: ContainerNode['role']) => exact.filter(({ container }) => container.role === role);
  if (by('container').length > 0) return undefined;
  if (by('sidecar').length > 0) return inSidecar({ target, name, reason: 'in-sidecar', near: by('sidecar') }, circumstances);
  if (exact.length > 0) return { target, name, reason: 'in-init', near: by('init') };
  const serving = called.filter(({ container }) => container.role !== 'init');
  return { target, name, reason: serving.length > 0 ? 'other-protocol' : 'missing', near: serving };
}

function inSidecar(unresolvedName: UnresolvedName, { version }: Network['circumstances']): UnresolvedName | undefined {
  const isLost = isUsable('sidecar containers', version) && !isUsable('named ports of sidecar containers', version);
  return isLost ? unresolvedName : undefined;
}

function portsCalled(name: string, workload: WorkloadNode): NearPort[] {
  return workload.containers.flatMap((container) => container.ports.filter((port) => port.name === name)
    .map((port) => ({ workload, container, port })));
}

/** The ports that the workloads declare, each number and name once. */
export function portsOffered({ workloads, port: { protocol } }: ServiceTarget): ContainerPortNode[] {
  const offered = new Map(workloads.flatMap(portsDeclared).filter((port) => port.protocol === protocol)
    .map((port) => [`${port.name} ${port.containerPort}`, port]));
  return [...offered.values()];
}
