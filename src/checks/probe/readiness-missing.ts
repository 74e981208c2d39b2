import type { Check, Problem } from '../check';
import { servedPorts, type ServedPort } from './served-ports';
import { fieldAt, listAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { containerText } from '../server-containers';
import { listening } from '../target-port/service-target';

/** Pods that receive connections as soon as they run. */
export const readinessMissing: Check = {
  name: 'readiness-missing',
  severity: 'warning',
  summary: 'The Pods behind a Service have no readiness probe.',
  why: 'without it a Pod counts as ready as soon as its containers run: connections are refused until the server listens, at every start and every roll-out',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-readiness-probes',
  * run(network) {
    for (const [workload, ports] of servedPorts(network)) {
      // Over UDP no connection is refused, and no probe but exec could tell; who collects metrics tries again.
      const overTcp = ports.filter(({ port }) => port.protocol === 'TCP' && !/metrics/i.test(`${port.name} ${port.targetPort}`));
      const served = overTcp.find(({ number }) => declares(workload, number)) ?? overTcp[0];
      if (served && !hasReadiness(workload)) yield problemOf(workload, served);
    }
  },
};

// A startup probe holds readiness back, too, until the server first answers.
function hasReadiness({ containers, podSpec }: WorkloadNode): boolean {
  return containers.every(({ role }) => role === 'init') || listAt(podSpec, 'readinessGates').length > 0 || containers.some(({ object }) => ['readinessProbe', 'startupProbe']
    .some((kind) => fieldAt(object, kind) !== undefined && fieldAt(object, kind) !== null));
}

function declares({ containers }: WorkloadNode, number: ServedPort['number']): boolean {
  return containers.some(({ ports }) => ports.some(({ containerPort, protocol }) => containerPort === number && protocol === 'TCP'));
}

function problemOf(workload: WorkloadNode, { service, port, number }: ServedPort): Problem {
  const containers = workload.containers.filter(({ role }) => role !== 'init');
  const ofNumber = ({ containerPort, protocol }: { containerPort: number; protocol: string }) => containerPort === number && protocol === 'TCP';
  const container = containers.find(({ ports }) => ports.some(ofNumber)) ?? containers[0];
  const name = container.ports.find(ofNumber)?.name;
  return {
    object: workload,
    path: container.path,
    fact: `has no readiness probe, and ${nodeText(service)} sends ${listening(port)} to it`,
    fix: `add readinessProbe: { tcpSocket: { port: ${name ?? number} } } to ${containerText(container)}, or an httpGet of a path that tells its health`,
    related: [service],
  };
}
