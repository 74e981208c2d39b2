import { injectorOf } from './injected-variables';
import { portVariablesRead } from './port-variables';
import { nodeText } from '../../model/object-node';
import type { Check } from '../check';
import { serverContainers } from '../server-containers';

/** The kubelet sets a variable, called like a Service, that a program takes for a port number. */
export const serviceEnvCollision: Check = {
  name: 'service-env-collision',
  severity: 'warning',
  summary: 'A container reads a variable such as REDIS_PORT as a port number, and a Service of that name makes the kubelet set it to an address.',
  why: 'for every Service of the namespace the kubelet sets <NAME>_PORT to tcp://<address>:<port> in each container; a program that expects a number stops or goes wrong',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
  * run(network) {
    for (const { workload, container } of serverContainers(network)) {
      if (workload.podSpec.enableServiceLinks === false) continue;
      for (const { name, path, fact, fix } of portVariablesRead(container)) {
        const service = injectorOf(name, workload.namespace, network);
        if (!service) continue;
        const { port } = service.ports[0];
        yield {
          object: workload,
          path,
          fact: `reads ${name} in container "${container.name}" and does not set it: ${fact}, and ${nodeText(service)} makes it tcp://<cluster IP>:${port ?? '<port>'}`,
          fix,
          related: [service],
        };
      }
    }
  },
};
