import type { Fields, Inspection } from './inspection';
import { isUsable } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';
import { choiceOf } from '../values/choice';

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

const SEE = 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies';
const parsePolicy = choiceOf('TrafficPolicy', TrafficPolicy, SEE);

/** `spec.internalTrafficPolicy`. */
export function renderInternalTrafficPolicy(policy: TrafficPolicy | undefined, { problems, version }: Inspection): Fields {
  if (policy === undefined) return {};
  const fault = capabilityFault('internalTrafficPolicy', version, 'leave internalTrafficPolicy out');
  if (fault) problems.add('internalTrafficPolicy', fault);
  return { internalTrafficPolicy: problems.parse('internalTrafficPolicy', parsePolicy, policy) };
}

/** `spec.externalTrafficPolicy` of a Service that has an internal one too. */
export function renderExternalTrafficPolicy(
  external: TrafficPolicy | undefined, internal: TrafficPolicy | undefined, { problems, version }: Inspection,
): Fields {
  const fault = capabilityFault('internalTrafficPolicy beside externalTrafficPolicy', version, 'make a ClusterIpService with internalTrafficPolicy for the clients inside');
  const isKnown = isUsable('internalTrafficPolicy', version);
  if (fault && isKnown && internal === TrafficPolicy.LOCAL) problems.add('internalTrafficPolicy', { ...fault, why: ENTANGLED });
  return { externalTrafficPolicy: problems.parseOptional('externalTrafficPolicy', parsePolicy, external) };
}

// https://github.com/kubernetes/kubernetes/pull/106497
const ENTANGLED = 'before 1.24 kube-proxy applies one policy to the traffic of the other: Local inside also drops connections from outside';
