import type { Check } from '../check';
import { doubtAbout, listening } from './service-target';
import { unresolvedNames } from './unresolved-name';
import { nodeText } from '../../model/object-node';
import { CAPABILITIES } from '../../values/capabilities';

const { enabled, see } = CAPABILITIES['named ports of sidecar containers'];

/** A name used as targetPort that only a sidecar has, on a version that does not look there. */
export const targetPortNameInSidecar: Check = {
  name: 'target-port-name-in-sidecar',
  severity: 'error',
  summary: `A targetPort is a name that only a sidecar container declares, and the target is older than Kubernetes 1.${enabled}.`,
  why: `before Kubernetes 1.${enabled} names are looked up in regular containers only, not in sidecars (init containers with restartPolicy: Always): this port has no endpoints`,
  see,
  * run(network) {
    for (const { target, name, reason, near: [near] } of unresolvedNames(network)) {
      if (reason !== 'in-sidecar' || target.service.isHeadless || doubtAbout(target, network) !== undefined) continue;
      const { workload, container, port } = near;
      yield {
        object: target.service,
        path: target.path,
        fact: `sends ${listening(target.port)} to targetPort "${name}", which only the sidecar "${container.name}" of ${nodeText(workload)} declares; the target is Kubernetes ${network.circumstances.version}`,
        fix: `write the number, which is not looked up: targetPort: ${port.containerPort}`,
        related: [workload],
      };
    }
  },
};
