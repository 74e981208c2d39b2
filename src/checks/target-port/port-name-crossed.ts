import type { Check, Problem } from '../check';
import { declaring, portsDeclared } from '../declared-ports';
import { serviceTargets, type ServiceTarget } from './service-target';
import { nodeText } from '../../model/object-node';

/** Two ports of a Service that lead to each other's namesake. */
export const portNameCrossed: Check = {
  name: 'port-name-crossed',
  severity: 'warning',
  summary: 'Two ports of a Service are named like two container ports, and each leads to the other one.',
  why: 'clients of one port reach the server of the other, for example plain text where TLS is spoken',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const target of serviceTargets(network)) {
      if (target.port.name !== undefined && target.service.ports.length > 1) yield* problemsOf(target);
    }
  },
};

function* problemsOf({ service, port, path, workloads }: ServiceTarget): Iterable<Problem> {
  const [workload] = workloads.filter((candidate) => portsDeclared(candidate).some(({ name }) => name !== undefined && name === port.name));
  const reached = workload && declaring(workload, port);
  const namesake = workload && portsDeclared(workload).find(({ name }) => name === port.name);
  const crossing = reached && service.ports.find(({ name, index }) => name !== undefined && name === reached.name && index > port.index);
  if (!crossing || !namesake || namesake.name === reached.name || declaring(workload, crossing)?.name !== port.name) return;
  yield {
    object: service,
    path,
    fact: `sends port "${port.name}" to container port "${reached.name}" (${reached.containerPort}) of ${nodeText(workload)}, and port "${crossing.name}" to container port "${port.name}" (${namesake.containerPort})`,
    fix: `write targetPort: ${port.name} for port "${port.name}" and targetPort: ${crossing.name} for port "${crossing.name}"`,
    related: [workload],
  };
}
