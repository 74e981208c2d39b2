import type { Check } from '../check';
import { probedPorts } from './probed-port';
import { containerPortText } from '../declared-ports';
import { containerText } from '../server-containers';

/** A probe of a number that no container of the Pod declares. */
export const probePortUndeclared: Check = {
  name: 'probe-port-undeclared',
  severity: 'info',
  summary: 'A probe connects to a number that no container of the Pod declares, though its container declares others.',
  why: 'what a container declares is for people to read: the probe works if something listens there',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  * run(network) {
    for (const { server: { workload, container }, probe, number, declared } of probedPorts(network)) {
      if (declared.length > 0 || container.ports.length === 0) continue;
      yield {
        object: workload,
        path: probe.path,
        fact: `probes port ${number} of ${containerText(container)} (${probe.kind}), which declares ${container.ports.map(containerPortText).join(', ')}`,
        fix: `declare containerPort: ${number} if the container listens there, else probe one of the declared ports`,
      };
    }
  },
};
