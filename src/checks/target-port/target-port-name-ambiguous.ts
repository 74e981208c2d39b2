import type { Check, Problem } from '../check';
import { declaring } from '../declared-ports';
import { faultOf } from '../fault-of';
import { listening, serviceTargets, type ServiceTarget } from './service-target';
import type { ContainerPortNode } from '../../model/container-node';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { parsePortName } from '../../values/port-name';

/** A name used as targetPort that two containers of a Pod have. */
export const targetPortNameAmbiguous: Check = {
  name: 'target-port-name-ambiguous',
  severity: 'warning',
  summary: 'A targetPort is a name that several containers of a selected Pod give to different ports.',
  why: 'names are looked up container by container, and the first one found is used: the others receive nothing from this Service',
  see: 'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/endpointslice/utils.go',
  * run(network) {
    for (const target of serviceTargets(network)) {
      for (const workload of target.workloads) yield* problemsOf(target, workload);
    }
  },
};

function* problemsOf({ service, port, path }: ServiceTarget, workload: WorkloadNode): Iterable<Problem> {
  const used = declaring(workload, port);
  if (used === undefined || typeof port.targetPort !== 'string') return;
  const bearers = workload.containers.filter(({ role }) => role !== 'init').flatMap((container) => container.ports
    .filter(({ name, protocol }) => name === used.name && protocol === used.protocol).map((other) => ({ container, other })));
  const [first, ...others] = bearers;
  const passed = others.find(({ container, other }) => container !== first.container && other.containerPort !== used.containerPort);
  if (passed === undefined) return;
  yield {
    object: service,
    path,
    fact: `sends ${listening(port)} to targetPort "${used.name}", which two containers of ${nodeText(workload)} have: "${first.container.name}" (${used.containerPort}), which is used, and "${passed.container.name}" (${passed.other.containerPort}), which is not`,
    fix: `rename the port of container "${passed.container.name}", for example to ${otherName(passed.other)}, and give it a Service port of its own if clients need it`,
    related: [workload],
  };
}

function otherName({ name, containerPort }: ContainerPortNode): string {
  const candidate = `${name}-${containerPort}`;
  return faultOf(parsePortName, candidate) ? `port-${containerPort}` : candidate;
}
