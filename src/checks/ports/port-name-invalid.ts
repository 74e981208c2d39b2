import { servicesWith } from '../../model/services-with';
import type { Check } from '../check';
import { nameFault } from './name-fault';
import { fieldAt, listAt } from '../../kube/field';
import { parseDnsLabel } from '../../values/dns-name';

/** A name that no port of a Service can have. */
export const portNameInvalid: Check = {
  name: 'port-name-invalid',
  severity: 'error',
  summary: 'The name of a Service port is no DNS label.',
  why: 'it is part of a DNS name, so it has 1 to 63 lower-case letters, digits and "-", and starts and ends with a letter or digit: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  * run(network) {
    for (const service of servicesWith(network, { portFields: ['name'] })) {
      for (const [index, port] of listAt(service.object, 'spec', 'ports').entries()) {
        const fault = nameFault(fieldAt(port, 'name'), parseDnsLabel);
        if (fault) yield { object: service, path: ['spec', 'ports', index, 'name'], fact: `has a port name that is not allowed: ${fault.fact}`, fix: fault.fix };
      }
    }
  },
};
