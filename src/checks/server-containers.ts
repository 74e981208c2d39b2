import type { ContainerNode } from '../model/container-node';
import type { Network } from '../model/network';
import { isHelmHook } from '../model/object-node';
import { isForeignKind, type WorkloadNode } from '../model/workload-node';

/** A container and the workload whose Pods run it. */
export interface ServerContainer {
  readonly workload: WorkloadNode;
  readonly container: ContainerNode;
}

/** The containers to which the rules for Pods apply as they stand: of built-in kinds, without the Pods that Helm runs as hooks. */
export function* serverContainers({ workloads }: Network): Iterable<ServerContainer> {
  for (const workload of workloads) {
    if (isForeignKind(workload) || isHelmHook(workload)) continue;
    for (const container of workload.containers) yield { workload, container };
  }
}

/** `container "app"`, `init container "migrate"` or `sidecar "proxy"`. */
export function containerText({ role, name }: ContainerNode): string {
  return `${role === 'init' ? 'init container' : role} "${name}"`;
}
