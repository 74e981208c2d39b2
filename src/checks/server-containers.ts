import type { ContainerNode } from '../model/container-node';
import { isHelmHook } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';
import { isForeignKind, type WorkloadNode } from '../model/workload-node';

/** A container and the workload whose Pods run it. */
export interface ServerContainer {
  readonly workload: WorkloadNode;
  readonly container: ContainerNode;
}

/** The containers to which the rules for Pods apply as they stand: of built-in kinds, without the Pods that Helm runs as hooks. */
export const serverContainers = oncePerNetwork(({ workloads }): readonly ServerContainer[] => workloads
  .filter((workload) => !isForeignKind(workload) && !isHelmHook(workload))
  .flatMap((workload) => workload.containers.map((container) => ({ workload, container }))));

/** `container "app"`, `init container "migrate"` or `sidecar "proxy"`. */
export function containerText({ role, name }: ContainerNode): string {
  return `${role === 'init' ? 'init container' : role} "${name}"`;
}
