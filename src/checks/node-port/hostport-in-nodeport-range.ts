import type { Check } from '../check';
import { hostPortsOf } from './host-ports';
import { NODE_PORT_RANGE, pinnedNodePorts } from './node-port-use';
import { nodeText } from '../../model/object-node';

/** A Pod takes a port of its node that kube-proxy may take, too. */
export const hostportInNodeportRange: Check = {
  name: 'hostport-in-nodeport-range',
  severity: 'warning',
  summary: 'A Pod takes a port of its node that is in the range of node ports.',
  why: 'the API server may give the port to any Service; from then on connections go there, or to whoever was first',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#avoid-nodeport-collisions',
  * run(network) {
    const pinned = new Map(pinnedNodePorts(network).map((port) => [port.protocol === undefined ? `${port.nodePort}/TCP` : `${port.nodePort}/${port.protocol}`, port]));
    const { first, last } = NODE_PORT_RANGE;
    for (const { workload, hostPort, protocol, path } of hostPortsOf(network)) {
      if (hostPort < first || hostPort > last) continue;
      const holder = pinned.get(`${hostPort}/${protocol}`);
      yield {
        object: workload,
        path,
        severity: holder ? 'warning' : 'info',
        fact: `takes port ${hostPort}/${protocol} of its node, ${holder ? `which ${nodeText(holder.service)} has as node port of ${holder.label}` : `which is in ${first}-${last}, the range of node ports`}`,
        fix: `use a port outside ${first}-${last}`,
        related: holder ? [holder.service] : [],
      };
    }
  },
};
