import type { Mechanism } from './mechanism';
import { TopologyAwareServiceType } from './topology-aware-service-type';
import type { Fault } from '../problems/problem';
import type { Inspection } from '../service-spec/inspection';
import { TrafficPolicy } from '../service-spec/traffic-policy';
import { CAPABILITIES, isUsable } from '../values/capabilities';

/** What the user said about connections from outside. */
export interface ExternalTrafficProps {
  readonly type?: TopologyAwareServiceType;
  readonly externalTrafficPolicy?: TrafficPolicy;
}

/** Connections from outside neither lose their way by the mechanism, nor take it from those inside. */
export function checkExternalTraffic(props: ExternalTrafficProps, mechanism: Mechanism, { problems, version }: Inspection): void {
  if (props.type === undefined || props.type === TopologyAwareServiceType.CLUSTER_IP) return;
  const isLocal = props.externalTrafficPolicy === TrafficPolicy.LOCAL;
  const { capability, annotations } = mechanism;
  const areApart = isUsable('internalTrafficPolicy beside externalTrafficPolicy', version);
  if (capability === 'internalTrafficPolicy' && !areApart) problems.add('type', isLocal ? INSIDE_TOO : OUTSIDE_TOO);
  if (!isLocal) return;
  if (capability === 'topologyKeys') problems.add('externalTrafficPolicy', BESIDE_KEYS);
  if (annotations && !isUsable('hints beside externalTrafficPolicy', version)) problems.add('externalTrafficPolicy', BESIDE_HINTS);
}

const SEPARATE = 'keep this Service a TopologyAwareServiceType.CLUSTER_IP and publish the Pods with a NodePortService or LoadBalancerService beside it';

const BESIDE_KEYS: Fault = {
  fact: 'externalTrafficPolicy Local is given beside topologyKeys',
  why: 'the API server refuses a Service with both',
  fix: `leave externalTrafficPolicy out, or ${SEPARATE}`,
  see: CAPABILITIES.topologyKeys.see,
};

const HINTS = CAPABILITIES['hints beside externalTrafficPolicy'];

const BESIDE_HINTS: Fault = {
  fact: 'externalTrafficPolicy Local is given beside topology hints',
  why: `before 1.${HINTS.enabled} kube-proxy then overlooks the hints, for connections from inside too`,
  fix: `target Kubernetes 1.${HINTS.enabled} or newer, leave externalTrafficPolicy out, or ${SEPARATE}`,
  see: HINTS.see,
};

const POLICIES = CAPABILITIES['internalTrafficPolicy beside externalTrafficPolicy'];

const OUTSIDE_TOO: Fault = {
  fact: 'staying on the client\'s node is asked of a Service that is reachable from outside',
  why: `before 1.${POLICIES.enabled} internalTrafficPolicy Local also drops connections from outside, on each node without a ready Pod`,
  fix: `target Kubernetes 1.${POLICIES.enabled} or newer, or ${SEPARATE}`,
  see: 'https://github.com/kubernetes/kubernetes/pull/106497',
};

const INSIDE_TOO: Fault = {
  ...OUTSIDE_TOO,
  fact: 'staying on the client\'s node is asked beside externalTrafficPolicy Local',
  why: `before 1.${POLICIES.enabled} kube-proxy then overlooks internalTrafficPolicy, and connections from inside go to any Pod`,
};
