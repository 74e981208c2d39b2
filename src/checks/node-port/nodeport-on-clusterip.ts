import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A Service without node ports has a nodePort. */
export const nodeportOnClusterip: Check = {
  name: 'nodeport-on-clusterip',
  severity: 'error',
  summary: 'A Service of type ClusterIP has a nodePort.',
  why: 'the API server refuses a nodePort on a Service of type ClusterIP, which is also the type of a Service that names none',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  * run(network) {
    for (const service of applicationServicesWith(network, { portFields: ['nodePort'] })) {
      const port = service.type === 'ClusterIP' ? service.ports.find(({ nodePort }) => nodePort) : undefined;
      if (!port) continue;
      yield {
        object: service,
        path: ['spec', 'ports', port.index, 'nodePort'],
        fact: `is of type ClusterIP and has nodePort ${port.nodePort} for port ${port.port ?? '?'}`,
        fix: `set type: NodePort${service.isHeadless ? ' and remove clusterIP: None' : ''}, or remove nodePort`,
      };
    }
  },
};
