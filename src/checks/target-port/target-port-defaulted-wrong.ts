import type { Check } from '../check';
import { containerPortText } from '../declared-ports';
import { listening, named } from './service-target';
import { unmatchedNumbers } from './unmatched-number';

/** A targetPort left out where the Pods have another port. */
export const targetPortDefaultedWrong: Check = {
  name: 'target-port-defaulted-wrong',
  severity: 'warning',
  summary: 'A Service port without targetPort is sent to its own number, while the selected Pods declare one port, another one.',
  why: 'where targetPort is left out, the number of port is used; unless something listens there that is not declared, connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const { target: { service, port, path, workloads }, number, meant: [meant] } of unmatchedNumbers('defaulted', network)) {
      yield {
        object: service,
        path,
        fact: `has no targetPort for ${listening(port)}, so it sends to ${number}; ${named(workloads)} declare${workloads.length > 1 ? '' : 's'} ${containerPortText(meant)}`,
        fix: `add targetPort: ${meant.name ?? meant.containerPort}`,
        related: workloads,
      };
    }
  },
};
