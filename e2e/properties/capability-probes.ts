import type { KubeObject } from '../../src/kube/kube-object';
import { API_VERSIONS } from '../../src/values/api-versions';
import type { CapabilityName } from '../../src/values/capabilities';

/** An object that an API server stores as it is where it has a capability, and refuses or changes where it has not. */
export interface Probe {
  readonly object: KubeObject;
  /** Whether it is the other way round: the capability is a rule by which the object is refused. */
  readonly isRule?: boolean;
}

function service(spec: object, metadata: object = {}): KubeObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'probe', ...metadata }, spec: { ports: [{ port: 80 }], ...spec } } as KubeObject;
}

function slice(endpoint: object, ports: readonly object[] = [{ port: 80 }], addressType = 'IPv4'): KubeObject {
  return {
    apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: 'probe' }, addressType, endpoints: [{ addresses: ['192.0.2.1'], ...endpoint }], ports,
  } as KubeObject;
}

const PORTS = Array.from({ length: 101 }, (_, index) => ({ name: `port-${index}`, port: 1000 + index }));

const SIDECAR = { initContainers: [{ name: 'proxy', image: 'proxy', restartPolicy: 'Always' }], containers: [{ name: 'main', image: 'main' }] };

/** What asks an API server for each capability that is its own. */
export const PROBES: ReadonlyMap<CapabilityName, Probe> = new Map<CapabilityName, Probe>([
  ['topologyKeys', { object: service({ topologyKeys: ['*'] }) }],
  ['internalTrafficPolicy', { object: service({ internalTrafficPolicy: 'Local' }) }],
  ['externalTrafficPolicy beside externalIPs', { object: service({ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' }) }],
  ['trafficDistribution', { object: service({ trafficDistribution: 'PreferClose' }) }],
  ['trafficDistribution: PreferClose', { object: service({ trafficDistribution: 'PreferClose' }) }],
  ['trafficDistribution: PreferSameZone', { object: service({ trafficDistribution: 'PreferSameZone' }) }],
  ['trafficDistribution: PreferSameNode', { object: service({ trafficDistribution: 'PreferSameNode' }) }],
  ['endpoint hints.forZones', { object: slice({ hints: { forZones: [{ name: 'a' }] } }) }],
  ['endpoint hints.forNodes', { object: slice({ hints: { forNodes: [{ name: 'a' }] } }) }],
  ['more than 100 ports in an EndpointSlice', { object: slice({}, PORTS) }],
  ['Endpoints', { object: { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'probe' }, subsets: [{ addresses: [{ ip: '192.0.2.1' }] }] } as KubeObject }],
  ['EndpointSlice', { object: slice({}) }],
  ['refusal of ambiguous IP addresses', { object: service({ externalIPs: ['192.0.2.010'] }), isRule: true }],
  ['refusal of non-canonical IPv6 in an EndpointSlice', { object: slice({ addresses: ['FD00::1'] }, [], 'IPv6'), isRule: true }],
  ['dual stack', { object: service({ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' }) }],
  ['appProtocol', { object: service({ ports: [{ port: 80, appProtocol: 'kubernetes.io/h2c' }] }) }],
  ['SCTP', { object: service({ ports: [{ port: 80, protocol: 'SCTP' }] }) }],
  ['allocateLoadBalancerNodePorts', { object: service({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false }) }],
  ['loadBalancerClass', { object: service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/lb' }) }],
  ['loadBalancerIP', { object: service({ type: 'LoadBalancer', loadBalancerIP: '192.0.2.1' }) }],
  ['externalIPs', { object: service({ externalIPs: ['192.0.2.1'] }) }],
  ['several protocols on one LoadBalancer', { object: service({ type: 'LoadBalancer', ports: [{ name: 'a', port: 80 }, { name: 'b', port: 81, protocol: 'UDP' }] }) }],
  ['port 10250 on a LoadBalancer', { object: service({ type: 'LoadBalancer', ports: [{ port: 10250 }] }) }],
  ['sidecar containers', { object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'probe' }, spec: SIDECAR } as KubeObject }],
  ['Service name that starts with a digit', { object: service({}, { name: '3scale' }) }],
]);

/** The capabilities of others, which no API server tells of. */
export const OF_OTHERS: ReadonlyMap<CapabilityName, 'kube-proxy' | 'controller' | 'cloud'> = new Map<CapabilityName, 'kube-proxy' | 'controller' | 'cloud'>([
  ['topologyKeys: topology.kubernetes.io/region', 'controller'],
  ['EndpointSlice controller', 'controller'],
  ['kube-proxy with EndpointSlices', 'kube-proxy'],
  ['annotation topology-aware-hints', 'controller'],
  ['annotation topology-mode', 'controller'],
  ['internalTrafficPolicy beside externalTrafficPolicy', 'kube-proxy'],
  ['hints beside externalTrafficPolicy', 'kube-proxy'],
  ['endpoint hints without annotation', 'kube-proxy'],
  ['mirroring of Endpoints', 'controller'],
  ['mirroring of notReadyAddresses', 'controller'],
  ['annotation azure-load-balancer-ipv4', 'cloud'],
  ['two families on an Azure load balancer', 'cloud'],
  ['Azure idle timeout above 30 minutes', 'cloud'],
  ['annotation networking.gke.io/load-balancer-ip-addresses', 'cloud'],
  ['annotation networking.gke.io/load-balancer-subnet', 'cloud'],
  ['named ports of sidecar containers', 'controller'],
  ['label apps.kubernetes.io/pod-index', 'controller'],
]);

/** The versions of kinds: `discovery.k8s.io/v1 EndpointSlice`. */
export const KINDS = Object.keys(API_VERSIONS) as Array<keyof typeof API_VERSIONS>;
