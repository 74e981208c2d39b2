import type { Check } from '../check';
import { freeNodePort, isSameService, pinnedNodePorts, type PinnedNodePort } from './node-port-use';
import { nodeText } from '../../model/object-node';

/** Two ports want one node port. */
export const nodeportCollision: Check = {
  name: 'nodeport-collision',
  severity: 'error',
  summary: 'Two Services, or two ports of one Service with one protocol, have the same nodePort.',
  why: 'the API server allocates the number once: it refuses the second with "provided port is already allocated"; only TCP and UDP ports of one Service may share one',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  * run(network) {
    const holders = new Map<number, PinnedNodePort>();
    for (const pinned of pinnedNodePorts(network)) {
      const { service, nodePort, protocol, label, path } = pinned;
      if (protocol === undefined) continue;
      const holder = holders.get(nodePort);
      if (!holder) holders.set(nodePort, pinned);
      const isShared = holder?.service === service && holder.protocol !== protocol;
      if (!holder || isShared || (holder.service !== service && isSameService(holder.service, service))) continue;
      yield {
        object: service,
        path,
        fact: `has nodePort ${nodePort} for ${label}, and ${holder.service === service ? `for its ${holder.label}, too` : `${nodeText(holder.service)} has it for ${holder.label}`}`,
        fix: `write nodePort: ${freeNodePort(network)}, or leave nodePort out`,
        related: holder.service === service ? [] : [holder.service],
      };
    }
  },
};
