import type { Check, Problem } from '../check';
import { freeNodePort, isSameService, pinnedNodePorts, type PinnedNodePort } from './node-port-use';
import { nodeText } from '../../model/object-node';

/** Two ports want one node port. */
export const nodeportCollision: Check = {
  name: 'nodeport-collision',
  severity: 'error',
  summary: 'Two Services, or two ports of one Service that differ in more than their protocol, have the same nodePort.',
  why: 'the API server allocates the number once: it refuses the second with "provided port is already allocated"; only the protocols of one port of one Service may share it',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  isClusterWide: true,
  * run(network) {
    const holders = new Map<number, PinnedNodePort>();
    for (const pinned of pinnedNodePorts(network).filter(({ protocol }) => protocol !== undefined)) {
      const holder = holders.get(pinned.nodePort);
      if (!holder) holders.set(pinned.nodePort, pinned);
      else if (collide(holder, pinned)) yield problemOf(pinned, holder, freeNodePort(network));
    }
  },
};

function collide(a: PinnedNodePort, b: PinnedNodePort): boolean {
  const canShare = a.port === b.port && a.protocol !== b.protocol;
  return a.service === b.service ? !canShare : !isSameService(a.service, b.service);
}

// https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/registry/core/service/storage/alloc.go (initNodePorts, updateNodePorts)
const ONLY_AT_CREATION = {
  severity: 'warning',
  why: 'the API server creates no such Service ("provided port is already allocated"); only one that is there can be changed into it',
} as const;

function problemOf(pinned: PinnedNodePort, holder: PinnedNodePort, free: number): Problem {
  const { service, nodePort, label, path } = pinned;
  const isOwn = holder.service === service;
  return {
    ...isOwn && holder.protocol !== pinned.protocol ? ONLY_AT_CREATION : {},
    object: service,
    path,
    fact: `has nodePort ${nodePort} for ${label}, and ${isOwn ? `for its ${holder.label}, too` : `${nodeText(holder.service)} has it for ${holder.label}`}`,
    fix: `write nodePort: ${free}, or leave nodePort out`,
    related: isOwn ? [] : [holder.service],
  };
}
