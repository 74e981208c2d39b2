import type { Fields, Inspection } from './inspection';
import { capabilityFault } from '../values/capability-fault';

/**
 * Which Pods may answer a connection.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
 */
export enum TrafficPolicy {
  /** Any ready Pod of the cluster; with external traffic the client address is replaced by the node's. */
  CLUSTER = 'Cluster',
  /** Only Pods on the node where the connection arrives; without one there it is dropped. Keeps the client address. */
  LOCAL = 'Local',
}

export function renderInternalTrafficPolicy(policy: TrafficPolicy | undefined, { problems, version }: Inspection): Fields {
  if (policy === undefined) return {};
  const fault = capabilityFault('internalTrafficPolicy', version, 'leave internalTrafficPolicy out');
  if (fault) problems.add('internalTrafficPolicy', fault);
  return { internalTrafficPolicy: policy };
}
