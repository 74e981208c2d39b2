import type { Check, Problem } from '../check';
import { declaring, portsDeclared } from '../declared-ports';
import { doubtAbout, listening, serviceTargets, type ServiceTarget } from './service-target';
import { nodeText } from '../../model/object-node';

/** A port of a Service that leads where its neighbour leads, and not to the container port of its own number. */
export const targetPortRepeated: Check = {
  name: 'target-port-repeated',
  severity: 'info',
  summary: 'A port of a Service has the targetPort of another one, and nothing leads to the container port that has its number.',
  why: 'clients of both ports reach one server; if the other one was meant, they get answers that they do not understand, or none',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const target of serviceTargets(network)) {
      if (target.service.ports.length < 2 || target.service.isHeadless || doubtAbout(target, network) !== undefined) continue;
      const problem = problemOf(target);
      if (problem) yield problem;
    }
  },
};

function problemOf({ service, port, path, workloads }: ServiceTarget): Problem | undefined {
  const neighbour = service.ports.find((other) => other !== port && other.protocol === port.protocol && other.targetPort === port.targetPort);
  // The neighbour is where it belongs: to clients the port has the number that the container listens on.
  if (!neighbour || port.targetPort === port.port || neighbour.port !== neighbour.targetPort) return undefined;
  const forgotten = workloads.every((workload) => declaring(workload, { ...port, targetPort: port.port }) && declaring(workload, neighbour));
  const isReached = service.ports.some((other) => other.protocol === port.protocol && isTarget(other.targetPort, port.port, workloads));
  if (!forgotten || isReached) return undefined;
  return {
    object: service,
    path,
    fact: `sends ${listening(port)} to ${port.targetPort}, as ${listening(neighbour)} does, while ${workloads.map(nodeText).join(' and ')} declare${workloads.length > 1 ? '' : 's'} ${port.port}, which no port leads to`,
    fix: `write targetPort: ${port.port} for port ${port.port}`,
    related: workloads,
  };
}

/** Whether a targetPort is a number of the Pods, or one of its names. */
function isTarget(targetPort: number | string | undefined, number: number | undefined, workloads: ServiceTarget['workloads']): boolean {
  return targetPort === number || workloads.flatMap(portsDeclared).some(({ name, containerPort }) => name === targetPort && containerPort === number);
}
