import { fieldAt, textAt } from '../../kube/field';
import type { ContainerNode } from '../../model/container-node';
import type { WorkloadNode } from '../../model/workload-node';

/** Whether two workloads run a container of the same image in the same way, whatever its version. */
export function runsTheSame(a: WorkloadNode, b: WorkloadNode): boolean {
  const programs = new Set(serversOf(a).map(programOf));
  return serversOf(b).some((container) => programs.has(programOf(container)));
}

function serversOf({ containers }: WorkloadNode): ContainerNode[] {
  return containers.filter(({ role }) => role !== 'init');
}

function programOf({ object }: ContainerNode): string {
  const image = (textAt(object, 'image') ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return JSON.stringify([image, fieldAt(object, 'command') ?? null, fieldAt(object, 'args') ?? null]);
}
