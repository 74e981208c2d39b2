import type { Check } from '../check';
import { freeNodePort, NODE_PORT_RANGE, pinnedNodePorts } from './node-port-use';

/** A node port is none that a cluster hands out. */
export const nodeportOutOfRange: Check = {
  name: 'nodeport-out-of-range',
  severity: 'error',
  summary: 'A nodePort or healthCheckNodePort is outside the range of the cluster, which is 30000-32767 unless its API server says otherwise.',
  why: 'the API server hands out ports of its --service-node-port-range only and refuses others',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  * run(network) {
    const { first, last } = NODE_PORT_RANGE;
    for (const { service, nodePort, label, path } of pinnedNodePorts(network)) {
      if (nodePort >= first && nodePort <= last) continue;
      const isPort = Number.isInteger(nodePort) && nodePort >= 1 && nodePort <= 65535;
      yield {
        object: service,
        path,
        // Another range is an option of the API server, which no object shows.
        severity: isPort ? 'warning' : 'error',
        fact: `has nodePort ${nodePort} for ${label}, which is ${isPort ? `outside ${first}-${last}` : 'no port number'}`,
        fix: `write ${path[path.length - 1]}: ${freeNodePort(network)}, or leave it out`,
      };
    }
  },
};
