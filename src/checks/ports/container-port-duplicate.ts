import type { Check, Problem } from '../check';
import { repeated } from './repeated';
import type { ContainerNode, ContainerPortNode } from '../../model/container-node';
import { isHelmHook } from '../../model/object-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { containerText } from '../server-containers';

/** A port that a Pod declares twice. */
export const containerPortDuplicate: Check = {
  name: 'container-port-duplicate',
  severity: 'warning',
  summary: 'Two containers of a Pod declare the same port, or one container declares it twice.',
  why: 'the containers of a Pod share one network: the second to listen there fails with "address already in use", unless they listen on different addresses',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  * run({ workloads }) {
    for (const workload of workloads) {
      if (!isForeignKind(workload) && !isHelmHook(workload)) yield* problemsOf(workload);
    }
  },
};

interface Declaration {
  readonly container: ContainerNode;
  readonly port: ContainerPortNode;
}

function* problemsOf(workload: WorkloadNode): Iterable<Problem> {
  const serving = workload.containers.filter(({ role }) => role !== 'init');
  const declarations = serving.flatMap((container) => container.ports.map((port) => ({ container, port })));
  for (const { item, first } of repeated(declarations, ({ port }) => numberText(port))) {
    yield {
      object: workload,
      path: [...item.port.path, 'containerPort'],
      ...(item.container === first.container ? twiceInOne(item, first) : inTwo(item, first, workload)),
    };
  }
}

function inTwo({ container, port }: Declaration, first: Declaration, workload: WorkloadNode): Pick<Problem, 'fact' | 'fix'> {
  return {
    fact: `declares ${numberText(port)} in ${containerText(first.container)} and in ${containerText(container)} of the same Pod`,
    fix: `let ${containerText(container)} listen elsewhere, for example containerPort: ${freeNumber(port.containerPort, workload)}`,
  };
}

// https://github.com/kubernetes/api/blob/master/core/v1/types.go: the list is a map by containerPort and protocol.
function twiceInOne({ container, port }: Declaration, first: Declaration): Pick<Problem, 'fact' | 'fix' | 'why' | 'severity'> {
  const kept = first.port.name ?? port.name;
  return {
    severity: 'info',
    fact: `declares ${numberText(port)} twice in ${containerText(container)}`,
    fix: `remove the second${port.name === undefined || kept === port.name ? '' : `, and write ${kept} where its name "${port.name}" is used`}`,
    why: 'number and protocol tell the ports of a container apart: server-side apply, which Flux, Helm 4 and others use, refuses the object, though kubectl apply without it takes it',
  };
}

function numberText({ containerPort, protocol }: ContainerPortNode): string {
  return `${containerPort}/${protocol}`;
}

function freeNumber(taken: number, { containers }: WorkloadNode): number {
  const declared = new Set(containers.flatMap(({ ports }) => ports.map(({ containerPort }) => containerPort)));
  let free = taken;
  do free = free >= 65535 ? 1024 : free + 1; while (declared.has(free));
  return free;
}
