import type { Check } from '../check';
import { freeNodePort, isSameService, pinnedNodePorts } from './node-port-use';
import { groupedBy } from '../../model/grouped-by';
import { nodeText } from '../../model/object-node';

/** The port for health checks of a load balancer is a node port, too. */
export const nodeportHealthCollision: Check = {
  name: 'nodeport-health-collision',
  severity: 'error',
  summary: 'The healthCheckNodePort of a LoadBalancer is the nodePort or the healthCheckNodePort of something else.',
  why: 'both come from one range and a number is allocated once: the API server refuses the second one',
  see: 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip',
  isClusterWide: true,
  * run(network) {
    const byNumber = groupedBy(pinnedNodePorts(network), ({ nodePort }) => nodePort);
    for (const [nodePort, users] of byNumber) {
      const health = users.find(({ protocol }) => protocol === undefined);
      const other = health && users.find((user) => user !== health
        && (user.service === health.service || !isSameService(user.service, health.service)));
      if (!other) continue;
      yield {
        object: health.service,
        path: health.path,
        fact: `has healthCheckNodePort ${nodePort}, which ${other.service === health.service ? 'it' : nodeText(other.service)} has as ${other.protocol === undefined ? 'healthCheckNodePort' : `nodePort of ${other.label}`}`,
        fix: `write healthCheckNodePort: ${freeNodePort(network)}, or leave it out`,
        related: other.service === health.service ? [] : [other.service],
      };
    }
  },
};
