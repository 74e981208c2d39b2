import type { Rule, Surroundings } from './rule';
import { hasNodePorts } from '../../../kube/service';
import { listenerOf, type Forward } from '../../../model/forward';
import { Protocol } from '../../../values/protocol';
import type { ForwardFault } from '../../forward-fault';

/** A node port is pinned on the one Service that has node ports: the first reason why it cannot be. */
export const pinnableNodePort: Rule = (forward, surroundings) => {
  const { nodePort } = forward;
  if (nodePort === undefined) return undefined;
  const reasons = [outOfRange, notOneService, alreadyAllocated, servedWithoutIt];
  const fault = reasons.map((reason) => reason({ ...forward, nodePort }, surroundings)).find((found) => found !== undefined);
  return fault && { ...fault, field: 'nodePort', see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport' };
};

type PinnedForward = Forward & { readonly nodePort: number };
type Reason = (forward: PinnedForward, surroundings: Surroundings) => Pick<ForwardFault, 'fact' | 'why' | 'fix'> | undefined;

const outOfRange: Reason = ({ nodePort }, { controller, nodePortRange: { first, last } }) => nodePort >= first && nodePort <= last ? undefined : {
  fact: `node port ${nodePort} is outside ${first}-${last}`,
  why: 'the API server allocates node ports from its range only and refuses others',
  fix: `use a port such as ${Math.min(first + 80, last)}, or give ${controller.type.construct} the nodePortRange that the API server runs with`,
};

const notOneService: Reason = ({ nodePort }, { controller }) => {
  const services = controller.services.filter(hasNodePorts).map(({ metadata }) => metadata.name);
  if (services.length === 1) return undefined;
  return {
    fact: services.length > 1
      ? `node port ${nodePort} could be one of Service ${services.join(' or ')}`
      : 'the controller has no Service with node ports',
    why: services.length > 1 ? 'a node port belongs to one Service; the API server refuses it on the second' : 'only Services of type NodePort and LoadBalancer have them',
    fix: 'leave nodePort out',
  };
};

// Only on ports of one number can TCP and UDP share a node port:
// https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/registry/core/service/storage/alloc.go
const alreadyAllocated: Reason = (forward, { others, ports, nodePortRange }) => {
  const { nodePort, listenPort } = forward;
  const holderOf = (port: number) => Object.values(Protocol).flatMap((protocol) => {
    const other = others.onNodePort(port, protocol);
    return (other ? listenerOf(other) : ports.nodePorts.get(`${port}/${protocol}`)) ?? [];
  }).find((listener) => !listener.startsWith(`${listenPort}/`));
  const holder = holderOf(nodePort);
  return holder === undefined ? undefined : {
    fact: `node port ${nodePort} already belongs to ${holder}`,
    why: 'a node port leads to one port; the API server refuses it twice',
    fix: `use ${freeNodePort(nodePortRange.first, (port) => holderOf(port) !== undefined)}, or leave nodePort out`,
  };
};

function freeNodePort(first: number, isHeld: (port: number) => boolean): number {
  return isHeld(first) ? freeNodePort(first + 1, isHeld) : first;
}

const servedWithoutIt: Reason = (forward, { ports }) => {
  const [served] = (ports.served.get(listenerOf(forward)) ?? []).filter(({ service }) => hasNodePorts(service));
  if (!served || served.nodePort === forward.nodePort) return undefined;
  return {
    fact: `Service ${served.service.metadata.name} already has port ${listenerOf(forward)}, ${served.nodePort ? `with node port ${served.nodePort}` : 'without a node port'}`,
    why: 'the port stays as the manifest says it, so the node port would be another one',
    fix: `write nodePort: ${forward.nodePort} into the manifest, or leave it out here`,
  };
};
