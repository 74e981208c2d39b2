import { servicesWithPort } from '../../model/services-with';
import { parsePort } from '../../values/port';
import type { Check } from '../check';
import { faultOf } from '../fault-of';

/** A number in quotes where it means a name. */
export const targetPortNumericString: Check = {
  name: 'target-port-numeric-string',
  severity: 'error',
  summary: 'A targetPort is a number in quotes.',
  why: 'text is the name of a container port, and a name needs a letter: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const service of servicesWithPort(network, { targetPort: isNumeric })) {
      for (const { index, port, targetPort } of service.ports) {
        if (!isNumeric(targetPort)) continue;
        const isPort = faultOf(parsePort, Number(targetPort)) === undefined;
        yield {
          object: service,
          path: ['spec', 'ports', index, 'targetPort'],
          fact: `has targetPort "${targetPort}" for port ${port ?? '?'}: a number in quotes`,
          fix: isPort ? `write targetPort: ${Number(targetPort)} without quotes` : `write a port number, for example targetPort: ${port ?? 8080}`,
        };
      }
    }
  },
};

function isNumeric(targetPort: unknown): boolean {
  return typeof targetPort === 'string' && /^\d+$/.test(targetPort);
}
