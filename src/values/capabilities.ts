import { API_VERSIONS } from './api-versions';
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
  // From 1.21 on the controller writes no region, so a region key matches nothing.
  'topologyKeys: topology.kubernetes.io/region': {
    introduced: 17, enabled: 17, removed: 21, see: 'https://github.com/kubernetes/kubernetes/blob/v1.21.0/pkg/controller/endpointslice/utils.go',
  },
  'EndpointSlice controller': { introduced: 17, enabled: 18, gates: ['EndpointSlice'], see: `${KEP}/0752-endpointslices` },
  // In 1.17 kube-proxy has no gate of its own: EndpointSlice opens both.
  'kube-proxy with EndpointSlices': { introduced: 18, enabled: 19, gates: ['EndpointSliceProxying'], see: `${KEP}/0752-endpointslices` },
  'annotation topology-aware-hints': {
    introduced: 21, enabled: 24, deprecated: 27, gates: ['TopologyAwareHints'], see: `${KEP}/2433-topology-aware-hints`,
  },
  'annotation topology-mode': { introduced: 27, enabled: 27, stable: 33, see: `${KEP}/2433-topology-aware-hints` },
  'internalTrafficPolicy': {
    introduced: 21, enabled: 22, stable: 26, gates: ['ServiceInternalTrafficPolicy'], see: `${KEP}/2086-service-internal-traffic-policy`,
  },
  'internalTrafficPolicy beside externalTrafficPolicy': { introduced: 24, enabled: 24, see: `${KEP}/2086-service-internal-traffic-policy` },
  'externalTrafficPolicy beside externalIPs': { introduced: 29, enabled: 29, see: 'https://github.com/kubernetes/kubernetes/pull/119150' },
  'hints beside externalTrafficPolicy': { introduced: 24, enabled: 24, see: 'https://github.com/kubernetes/kubernetes/pull/106497' },
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
  'endpoint hints.forNodes': {
    introduced: 33, enabled: 34, stable: 35, gates: ['PreferSameTrafficDistribution'], see: `${KEP}/3015-prefer-same-node`,
  },
  'mirroring of Endpoints': { introduced: 19, enabled: 19, see: `${DOCS}/endpoint-slices/#endpointslice-mirroring` },
  'mirroring of notReadyAddresses': { introduced: 22, enabled: 22, see: 'https://github.com/kubernetes/kubernetes/pull/102683' },
  'more than 100 ports in an EndpointSlice': { introduced: 21, enabled: 21, see: 'https://github.com/kubernetes/kubernetes/pull/99795' },
  'Endpoints': { introduced: 17, enabled: 17, stable: 17, deprecated: 33, see: `${KEP}/4974-deprecate-endpoints` },
  'EndpointSlice': { introduced: 21, enabled: 21, stable: 21, see: `${DOCS}/endpoint-slices/` },
  // Until then the API server warns of IP addresses with leading zeros and of IPv4-mapped ones, then it refuses them.
  'refusal of ambiguous IP addresses': {
    introduced: 33, enabled: 36, gates: ['StrictIPCIDRValidation'], see: `${KEP}/4858-ip-cidr-validation`,
  },
  'refusal of non-canonical IPv6 in an EndpointSlice': { introduced: 33, enabled: 33, see: `${KEP}/4858-ip-cidr-validation` },
  'dual stack': { introduced: 20, enabled: 21, stable: 23, gates: ['IPv6DualStack'], see: `${KEP}/563-dual-stack` },
  'appProtocol': { introduced: 18, enabled: 19, stable: 20, gates: ['ServiceAppProtocol'], see: `${KEP}/1507-app-protocol` },
  'SCTP': { introduced: 12, enabled: 19, stable: 20, gates: ['SCTPSupport'], see: `${KEP}/614-SCTP-support` },
  'allocateLoadBalancerNodePorts': {
    introduced: 20, enabled: 22, stable: 24, gates: ['ServiceLBNodePortControl'], see: `${KEP}/1864-disable-lb-node-ports`,
  },
  'loadBalancerClass': { introduced: 21, enabled: 22, stable: 24, gates: ['ServiceLoadBalancerClass'], see: `${KEP}/1959-service-lb-class-field` },
  'loadBalancerIP': { introduced: 1, enabled: 1, stable: 1, deprecated: 24, see: `${DOCS}/service/#loadbalancer` },
  'externalIPs': { introduced: 1, enabled: 1, stable: 1, deprecated: 36, see: `${KEP}/5707-deprecate-service-externalips` },
  'several protocols on one LoadBalancer': {
    introduced: 20, enabled: 24, stable: 26, gates: ['MixedProtocolLBService'], see: `${KEP}/1435-mixed-protocol-lb`,
  },
  'port 10250 on a LoadBalancer': { introduced: 33, enabled: 33, see: 'https://github.com/kubernetes/kubernetes/pull/129174' },
  // The releases of October 2022 for 1.21 to 1.24 know it, older ones ignore it; `loadBalancerIP` is deprecated from 1.24 on.
  'annotation azure-load-balancer-ipv4': { introduced: 21, enabled: 24, see: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/2428' },
  'two families on an Azure load balancer': { introduced: 27, enabled: 27, see: 'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/' },
  'Azure idle timeout above 30 minutes': { introduced: 25, enabled: 25, see: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/4361' },
  'annotation networking.gke.io/load-balancer-ip-addresses': {
    introduced: 29, enabled: 29, see: 'https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters',
  },
  'annotation networking.gke.io/load-balancer-subnet': {
    introduced: 29, enabled: 29, see: 'https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters',
  },
  'sidecar containers': {
    introduced: 28, enabled: 29, stable: 33, gates: ['SidecarContainers'], see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  },
  // Before, the controller that writes EndpointSlices looked for names in regular containers only; the fix was not ported back.
  'named ports of sidecar containers': { introduced: 33, enabled: 33, see: 'https://github.com/kubernetes/kubernetes/pull/128850' },
  'Service name that starts with a digit': {
    introduced: 34, enabled: 36, gates: ['RelaxedServiceNameValidation'], see: `${KEP}/5311-relaxed-validation-for-service-names`,
  },
  'label apps.kubernetes.io/pod-index': {
    introduced: 28, enabled: 28, stable: 32, gates: ['PodIndexLabel'], see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-index-label',
  },
  ...API_VERSIONS,
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

/** The gates that an operator must open before it works; none where it is on by default, or where no gate would help. */
export function gatesToOpen(name: CapabilityName, version: KubernetesVersion): readonly string[] {
  const { introduced, enabled, removed, gates = [] }: Capability = CAPABILITIES[name];
  const isKnown = version.minor >= introduced && version.minor < (removed ?? Infinity);
  return isKnown && version.minor < (enabled ?? Infinity) ? gates : [];
}
