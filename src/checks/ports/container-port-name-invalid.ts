import type { Check } from '../check';
import { nameFault } from './name-fault';
import { fieldAt, listAt } from '../../kube/field';
import { parsePortName } from '../../values/port-name';
import { containerText, serverContainers } from '../server-containers';

/** A name that no container port can have. */
export const containerPortNameInvalid: Check = {
  name: 'container-port-name-invalid',
  severity: 'error',
  summary: 'The name of a container port is too long or has characters that it must not have.',
  why: 'the name of a container port has 1 to 15 lower-case letters, digits and single "-" between them, at least one of them a letter: the API server refuses the object',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  * run(network) {
    for (const { workload, container } of serverContainers(network)) {
      for (const [index, port] of listAt(container.object, 'ports').entries()) {
        const fault = nameFault(fieldAt(port, 'name'), parsePortName);
        if (!fault) continue;
        yield {
          object: workload,
          path: [...container.path, 'ports', index, 'name'],
          fact: `has a port name in ${containerText(container)} that is not allowed: ${fault.fact}`,
          fix: `${fault.fix}, also where a Service or a probe uses the name`,
        };
      }
    }
  },
};
