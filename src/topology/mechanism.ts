import { inTermsOf, type Tier } from './tier';
import { LABEL_OF_TIER } from './topology-label';
import type { Fields } from '../service-spec/inspection';
import { gatesToOpen, isUsable, type CapabilityName } from '../values/capabilities';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** The cluster that a Service is for. */
export interface Cluster {
  readonly version: KubernetesVersion;
  readonly openGates: readonly string[];
  /** The tiers that differ on its nodes. */
  readonly tiers: readonly Tier[];
}

/** One way in which a Service can say where its traffic should go. */
export interface Mechanism {
  /** The field or annotation with its value. */
  readonly name: string;
  readonly capability?: CapabilityName;
  /** What must work besides. */
  readonly prerequisites?: readonly CapabilityName[];
  /** The tiers that it tries; connections fail after the last. */
  readonly order: readonly Tier[];
  readonly spec?: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Why it tries no other tiers. */
  readonly because?: string;
  /** When it does not keep to its tiers. */
  readonly reservation?: string;
}

/** Saying nothing: every ready Pod gets its share. */
export const NOTHING: Mechanism = { name: 'none', order: ['cluster'] };

/** The ways that the cluster understands for an order; where several are as good, the first is to be used. */
export function mechanismsFor(order: readonly Tier[], cluster: Cluster): Mechanism[] {
  const usable = knownMechanisms(order, cluster).filter((mechanism) => isUsableIn(mechanism, cluster));
  // With its gate open kube-proxy looks at topologyKeys only:
  // https://github.com/kubernetes/kubernetes/blob/v1.21.0/pkg/proxy/topology.go
  const ruling = usable.filter(({ capability }) => capability === 'topologyKeys');
  return [NOTHING, ...(ruling.length > 0 ? ruling : usable)];
}

/** All ways of saying an order, whether or not the cluster understands them. */
export function knownMechanisms(order: readonly Tier[], { tiers, version }: Cluster): Mechanism[] {
  return [topologyKeys(order, tiers, version), ...FIXED];
}

/** The feature gates, off by default, that a mechanism needs. */
export function gatesOf({ capability, prerequisites = [] }: Mechanism, version: KubernetesVersion): string[] {
  return [capability, ...prerequisites].flatMap((name) => name === undefined ? [] : gatesToOpen(name, version));
}

/** The feature gates that `topologyKeys` needs; none where no gate brings it back. */
export function topologyKeysGates(version: KubernetesVersion): string[] {
  return gatesOf(topologyKeys([], [], version), version);
}

function isUsableIn(mechanism: Mechanism, { version, openGates }: Cluster): boolean {
  const { capability } = mechanism;
  return (capability === undefined || isUsable(capability, version, openGates))
    && gatesOf(mechanism, version).every((gate) => openGates.includes(gate));
}

function topologyKeys(order: readonly Tier[], tiers: readonly Tier[], version: KubernetesVersion): Mechanism {
  const knowsRegions = isUsable('topologyKeys: topology.kubernetes.io/region', version);
  const losesRegion = !knowsRegions && inTermsOf(tiers, order).includes('region');
  const said = inTermsOf(losesRegion ? tiers.filter((tier) => tier !== 'region') : tiers, order);
  return {
    name: 'topologyKeys',
    capability: 'topologyKeys',
    prerequisites: ['EndpointSlice controller', 'kube-proxy with EndpointSlices'],
    order: said,
    spec: { topologyKeys: said.map((tier) => LABEL_OF_TIER[tier]) },
    because: losesRegion ? `endpoints do not tell their region in Kubernetes ${version}` : undefined,
  };
}

// https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/#safeguards
const PROPORTIONAL = 'the shares follow the CPUs of the zones, so some connections cross zones; '
  + 'it is off while there are fewer than about three ready Pods for each zone, or a node lacks the zone label';

const FIXED: readonly Mechanism[] = [
  {
    name: 'internalTrafficPolicy: Local',
    capability: 'internalTrafficPolicy',
    order: ['node'],
    spec: { internalTrafficPolicy: 'Local' },
  },
  trafficDistribution('PreferSameNode', ['node', 'zone', 'cluster']),
  trafficDistribution('PreferSameZone', ['zone', 'cluster']),
  trafficDistribution('PreferClose', ['zone', 'cluster']),
  annotation('topology-mode'),
  annotation('topology-aware-hints'),
];

function trafficDistribution(value: 'PreferSameNode' | 'PreferSameZone' | 'PreferClose', order: readonly Tier[]): Mechanism {
  const name = `trafficDistribution: ${value}` as const;
  return { name, capability: name, order, spec: { trafficDistribution: value } };
}

function annotation(key: 'topology-mode' | 'topology-aware-hints'): Mechanism {
  return {
    name: `annotation service.kubernetes.io/${key}: Auto`,
    capability: `annotation ${key}`,
    order: ['zone', 'cluster'],
    annotations: { [`service.kubernetes.io/${key}`]: 'Auto' },
    reservation: PROPORTIONAL,
  };
}
