import type { Check } from '../check';
import { doubtAbout, listening } from './service-target';
import { unresolvedNames } from './unresolved-name';
import { nodeText } from '../../model/object-node';

/** A name used as targetPort that only a container has which ends before the Pod serves. */
export const targetPortOnlyInInit: Check = {
  name: 'target-port-only-in-init',
  severity: 'error',
  summary: 'A targetPort is a name that only an init container declares.',
  why: 'names are looked up in containers that keep running, not in init containers, which end before the others start: this port has no endpoints',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#differences-from-regular-containers',
  * run(network) {
    for (const { target, name, reason, near: [near] } of unresolvedNames(network)) {
      if (reason !== 'in-init' || target.service.isHeadless || doubtAbout(target, network) !== undefined) continue;
      const { workload, container, port } = near;
      const server = workload.containers.find(({ role }) => role === 'container')?.name ?? '';
      yield {
        object: target.service,
        path: target.path,
        fact: `sends ${listening(target.port)} to targetPort "${name}", which only the init container "${container.name}" of ${nodeText(workload)} declares`,
        fix: `declare the port in the container that serves it, for example { name: ${name}, containerPort: ${port.containerPort} } in container "${server}"`,
        related: [workload],
      };
    }
  },
};
