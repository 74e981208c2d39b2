import type { Check, Problem } from '../check';
import { freeNodePort, isSameService, pinnedNodePorts, type PinnedNodePort } from './node-port-use';
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
    for (const users of byNumber.values()) {
      for (const health of refused(users)) {
        const other = users.find((user) => collide(health, user));
        if (other) yield problemOf(health, other, freeNodePort(network));
      }
    }
  },
};

/** Of ports for health checks alone the first gets the number. */
function refused(users: readonly PinnedNodePort[]): PinnedNodePort[] {
  const health = users.filter(isHealthCheck);
  return health.length === users.length ? health.slice(1) : health;
}

function isHealthCheck({ protocol }: PinnedNodePort): boolean {
  return protocol === undefined;
}

function collide(health: PinnedNodePort, user: PinnedNodePort): boolean {
  return user !== health && (user.service === health.service || !isSameService(user.service, health.service));
}

function problemOf({ service, nodePort, path }: PinnedNodePort, other: PinnedNodePort, free: number): Problem {
  const isOwn = other.service === service;
  return {
    object: service,
    path,
    fact: `has healthCheckNodePort ${nodePort}, which ${isOwn ? 'it' : nodeText(other.service)} has as ${isHealthCheck(other) ? 'healthCheckNodePort' : `nodePort of ${other.label}`}`,
    fix: `write healthCheckNodePort: ${free}, or leave it out`,
    related: isOwn ? [] : [other.service],
  };
}
