import type { KubernetesVersion } from './kubernetes-version';

/** How far a field or value has come; alpha ones are off until an operator opens their gate. */
export type Stage = 'absent' | 'alpha' | 'beta' | 'stable' | 'deprecated' | 'removed';

/** What a field or value needs: all versions are minors of Kubernetes 1. */
export interface Capability {
  /** First minor whose API server knows it. */
  readonly introduced: number;
  /** First minor that has it on without opening a gate; absent where none does. */
  readonly enabled?: number;
  readonly stable?: number;
  readonly deprecated?: number;
  /** First minor that no longer knows it. */
  readonly removed?: number;
  /** The feature gates that open it before it is enabled. */
  readonly gates?: readonly string[];
  readonly see: string;
}

const KEP = 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network';
const DOCS = 'https://kubernetes.io/docs/concepts/services-networking';

/** Every field and value whose meaning depends on the Kubernetes version. */
export const CAPABILITIES = {
  'topologyKeys': { introduced: 17, deprecated: 20, removed: 22, gates: ['ServiceTopology'], see: `${KEP}/536-topology-aware-routing` },
  'annotation topology-aware-hints': {
    introduced: 21, enabled: 24, deprecated: 27, gates: ['TopologyAwareHints'], see: `${KEP}/2433-topology-aware-hints`,
  },
  'annotation topology-mode': { introduced: 27, enabled: 27, stable: 33, see: `${KEP}/2433-topology-aware-hints` },
  'internalTrafficPolicy': {
    introduced: 21, enabled: 22, stable: 26, gates: ['ServiceInternalTrafficPolicy'], see: `${KEP}/2086-service-internal-traffic-policy`,
  },
  'internalTrafficPolicy beside externalTrafficPolicy': { introduced: 24, enabled: 24, see: `${KEP}/2086-service-internal-traffic-policy` },
  'trafficDistribution': {
    introduced: 30, enabled: 31, stable: 33, gates: ['ServiceTrafficDistribution'], see: `${KEP}/4444-service-traffic-distribution`,
  },
  'trafficDistribution: PreferClose': {
    introduced: 30, enabled: 31, stable: 33, deprecated: 35, gates: ['ServiceTrafficDistribution'], see: `${KEP}/4444-service-traffic-distribution`,
  },
  'trafficDistribution: PreferSameZone': {
    introduced: 33, enabled: 34, stable: 35, gates: ['PreferSameTrafficDistribution'], see: `${KEP}/3015-prefer-same-node`,
  },
  'trafficDistribution: PreferSameNode': {
    introduced: 33, enabled: 34, stable: 35, gates: ['PreferSameTrafficDistribution'], see: `${KEP}/3015-prefer-same-node`,
  },
  'endpoint hints.forZones': { introduced: 21, enabled: 24, stable: 33, gates: ['TopologyAwareHints'], see: `${KEP}/2433-topology-aware-hints` },
  'endpoint hints without annotation': { introduced: 30, enabled: 31, stable: 33, see: `${KEP}/4444-service-traffic-distribution` },
  'Endpoints': { introduced: 17, enabled: 17, stable: 17, deprecated: 33, see: `${KEP}/4974-deprecate-endpoints` },
  'EndpointSlice': { introduced: 21, enabled: 21, stable: 21, see: `${DOCS}/endpoint-slices/` },
  'dual stack': { introduced: 20, enabled: 21, stable: 23, gates: ['IPv6DualStack'], see: `${KEP}/563-dual-stack` },
  'appProtocol': { introduced: 18, enabled: 19, stable: 20, gates: ['ServiceAppProtocol'], see: `${KEP}/1507-app-protocol` },
  'SCTP': { introduced: 12, enabled: 19, stable: 20, gates: ['SCTPSupport'], see: `${KEP}/614-SCTP-support` },
  'allocateLoadBalancerNodePorts': {
    introduced: 20, enabled: 22, stable: 24, gates: ['ServiceLBNodePortControl'], see: `${KEP}/1864-disable-lb-node-ports`,
  },
  'loadBalancerClass': { introduced: 21, enabled: 22, stable: 24, gates: ['ServiceLoadBalancerClass'], see: `${KEP}/1959-service-lb-class-field` },
  'loadBalancerIP': { introduced: 1, enabled: 1, stable: 1, deprecated: 24, see: `${DOCS}/service/#loadbalancer` },
  'several protocols on one LoadBalancer': {
    introduced: 20, enabled: 24, stable: 26, gates: ['MixedProtocolLBService'], see: `${KEP}/1435-mixed-protocol-lb`,
  },
  'port 10250 on a LoadBalancer': { introduced: 33, enabled: 33, see: 'https://github.com/kubernetes/kubernetes/pull/129174' },
} as const satisfies Record<string, Capability>;

/** The name of a field or value in the table. */
export type CapabilityName = keyof typeof CAPABILITIES;

/** How far the field or value has come in a version. */
export function stageOf(name: CapabilityName, version: KubernetesVersion): Stage {
  const { introduced, enabled, stable, deprecated, removed }: Capability = CAPABILITIES[name];
  const reached = (minor: number | undefined) => minor !== undefined && version.minor >= minor;
  if (!reached(introduced)) return 'absent';
  if (reached(removed)) return 'removed';
  if (reached(deprecated)) return 'deprecated';
  if (reached(stable)) return 'stable';
  return reached(enabled) ? 'beta' : 'alpha';
}

/** Whether it works: on by default in the version, or behind a gate that the operator has opened. */
export function isUsable(name: CapabilityName, version: KubernetesVersion, openGates: readonly string[] = []): boolean {
  const { introduced, enabled, removed, gates = [] }: Capability = CAPABILITIES[name];
  if (version.minor < introduced || version.minor >= (removed ?? Infinity)) return false;
  const opened = gates.length > 0 && gates.every((gate) => openGates.includes(gate));
  return opened || version.minor >= (enabled ?? Infinity);
}
