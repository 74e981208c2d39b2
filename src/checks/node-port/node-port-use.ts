import { numberAt, type FieldPath } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';

/** A port that a Service pins on every node. */
export interface PinnedNodePort {
  readonly service: ServiceNode;
  readonly nodePort: number;
  /** Absent for the port on which nodes tell a load balancer whether they have Pods. */
  readonly protocol?: string;
  /** The port that clients inside the cluster connect to, where there is one. */
  readonly port?: number;
  /** `port 80` */
  readonly label: string;
  readonly path: FieldPath;
}

/** The node ports that Services pin; 0 stands for any. */
export const pinnedNodePorts = oncePerNetwork((network): readonly PinnedNodePort[] => applicationServicesWith(network, { fields: ['healthCheckNodePort'], portFields: ['nodePort'] })
  .filter(({ type }) => type === 'NodePort' || type === 'LoadBalancer').flatMap((service) => [...ofPorts(service), ...ofHealthCheck(service)]));

function ofPorts(service: ServiceNode): PinnedNodePort[] {
  return service.ports.flatMap(({ nodePort, port, protocol, index }) => (nodePort ? [{
    service, nodePort, protocol, port, label: `port ${port ?? '?'}`, path: ['spec', 'ports', index, 'nodePort'],
  }] : []));
}

function ofHealthCheck(service: ServiceNode): PinnedNodePort[] {
  const nodePort = service.type === 'LoadBalancer' ? numberAt(service.object, 'spec', 'healthCheckNodePort') : undefined;
  return nodePort ? [{ service, nodePort, label: 'its health check', path: ['spec', 'healthCheckNodePort'] }] : [];
}

/** The range that API servers hand out unless they are told otherwise, and the part of it for ports that people choose. */
export const NODE_PORT_RANGE = { first: 30000, last: 32767 };

/** The lowest node port that no Service pins. */
export const freeNodePort = oncePerNetwork((network: Network) => {
  const taken = new Set(pinnedNodePorts(network).map(({ nodePort }) => nodePort));
  let free = NODE_PORT_RANGE.first;
  while (taken.has(free) && free < NODE_PORT_RANGE.last) free += 1;
  return free;
});

/** Objects of one name replace each other. */
export function isSameService(a: ServiceNode, b: ServiceNode): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}
