import type { Check } from '../check';
import { containerPortText } from '../declared-ports';
import { listening, named } from './service-target';
import { unmatchedNumbers } from './unmatched-number';
import { openedByEntries } from '../ingress/stream-controllers';

/** A numeric targetPort that no Pod declares. */
export const targetPortUndeclared: Check = {
  name: 'target-port-undeclared',
  severity: 'info',
  summary: 'A targetPort is a number that none of the selected Pods declares, though they declare others.',
  why: 'what a container declares is for people to read: it works if something listens there, else connections are refused',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  * run(network) {
    for (const { target: { service, port, path, workloads }, number, meant } of unmatchedNumbers('undeclared', network)) {
      const isOpened = workloads.some((workload) => openedByEntries(network).get(workload)?.has(`${number}/${port.protocol}`));
      if (meant.length === 0 || isOpened) continue;
      const declared = [...new Set(meant.map(containerPortText))].join(', ');
      yield {
        object: service,
        path,
        fact: `sends ${listening(port)} to ${number}, while ${named(workloads)} declare${workloads.length > 1 ? '' : 's'} ${declared}`,
        fix: `declare containerPort: ${number} if the container listens there, else write one of the declared ports, for example targetPort: ${meant[0].name ?? meant[0].containerPort}`,
        related: workloads,
      };
    }
  },
};
