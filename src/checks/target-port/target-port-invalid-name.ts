import { isPlaceholder } from '../../kube/placeholder';
import { servicesWithPort } from '../../model/services-with';
import { parsePortName } from '../../values/port-name';
import type { Check } from '../check';
import { faultOf } from '../fault-of';

/** Text used as targetPort that cannot be the name of a container port. */
export const targetPortInvalidName: Check = {
  name: 'target-port-invalid-name',
  severity: 'error',
  summary: 'A targetPort is text that cannot be the name of a container port.',
  why: 'the name of a container port has 1 to 15 lower-case letters, digits and single "-" between them, at least one of them a letter: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const service of servicesWithPort(network, { targetPort: (value) => typeof value === 'string' })) {
      for (const { index, port, targetPort } of service.ports) {
        if (typeof targetPort !== 'string' || isPlaceholder(targetPort) || /^\d+$/.test(targetPort)) continue;
        const fault = faultOf(parsePortName, targetPort);
        if (!fault) continue;
        yield {
          object: service,
          path: ['spec', 'ports', index, 'targetPort'],
          fact: `has a targetPort for port ${port ?? '?'} that no container port can be called: ${fault.fact}`,
          fix: `${fault.fix}, in the container, too`,
        };
      }
    }
  },
};
