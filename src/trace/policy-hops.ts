import type { Connection, Hop } from './trace';
import { listAt, numberAt, textAt } from '../kube/field';
import type { Network } from '../model/network';
import type { ServiceNode } from '../model/service-node';
import { isUsable, type CapabilityName } from '../values/capabilities';
import type { KubernetesVersion } from '../values/kubernetes-version';

export type TrafficPolicyField = 'internalTrafficPolicy' | 'externalTrafficPolicy';

interface Circumstances {
  readonly network: Network;
  /** The policy that applies to the connection, if one does. */
  readonly field?: TrafficPolicyField;
  /** Whether the connection comes in through the load balancer. */
  readonly isBalanced: boolean;
}

/** Whether only endpoints of one node are used. */
export function isLocal({ object }: ServiceNode, field: TrafficPolicyField | undefined, { circumstances: { version } }: Network): boolean {
  if (field === undefined || textAt(object, 'spec', field) !== 'Local') return false;
  return field === 'externalTrafficPolicy' || isUsable('internalTrafficPolicy', version);
}

/** What a Service says of how its endpoints are chosen. */
export function policyHops(service: ServiceNode, connection: Connection, { network, field, isBalanced }: Circumstances): Hop[] {
  const isNode = field !== undefined && isLocal(service, field, network);
  const choice = isNode ? trafficPolicy(service, connection, { field, isBalanced }) : nearness(service, connection, network);
  return [isBalanced ? sourceRanges(service) : undefined, choice, affinity(service)].filter((hop) => hop !== undefined);
}

/** Nobody tells the address of the client. */
function sourceRanges(service: ServiceNode): Hop | undefined {
  const ranges = listAt(service.object, 'spec', 'loadBalancerSourceRanges');
  return ranges.length === 0 || ranges.includes('0.0.0.0/0') ? undefined : {
    object: service,
    path: ['spec', 'loadBalancerSourceRanges'],
    text: `lets in clients of ${ranges.join(', ')} only: what follows is for them, and the packets of others are dropped`,
  };
}

interface Policy {
  readonly field: TrafficPolicyField;
  readonly isBalanced: boolean;
}

function trafficPolicy(service: ServiceNode, { from, node }: Connection, { field, isBalanced }: Policy): Hop {
  const place = from === 'external' ? 'the node that the connection comes in through' : `the client's node${node === undefined ? '' : ` ${node}`}`;
  const balancer = isBalanced ? '; the load balancer leaves out nodes whose health check says that they have none' : '';
  return { object: service, path: ['spec', field], text: `${field}: Local uses only Pods on ${place}${balancer}` };
}

function nearness(service: ServiceNode, connection: Connection, { circumstances: { version } }: Network): Hop | undefined {
  const annotation = Object.keys(HINT_ANNOTATIONS).find((key) => /^auto$/i.test(service.annotations[key] ?? ''));
  const zone = connection.zone === undefined ? 'of the client' : connection.zone;
  if (annotation !== undefined) {
    const works = isUsable(HINT_ANNOTATIONS[annotation], version);
    const effect = service.selector ? `may keep the connection in the zone ${zone} if each zone has its share of the Pods` : 'makes kube-proxy look at the hints of its endpoints';
    const text = works ? effect : `does nothing on Kubernetes ${version}`;
    return { object: service, path: ['metadata', 'annotations', annotation], text };
  }
  return distribution(service, connection, version);
}

function distribution(service: ServiceNode, connection: Connection, version: KubernetesVersion): Hop | undefined {
  const value = textAt(service.object, 'spec', 'trafficDistribution');
  if (value === undefined) return undefined;
  if (!service.selector) {
    return { object: service, path: ['spec', 'trafficDistribution'], text: 'chooses nothing: endpoints that are written by hand say in their hints whom they are for' };
  }
  const capability = DISTRIBUTIONS[value];
  if (capability === undefined || !isUsable(capability, version)) {
    return { object: service, path: ['spec', 'trafficDistribution'], text: `trafficDistribution: ${value} does not work on Kubernetes ${version}` };
  }
  const first = value === 'PreferSameNode' ? `the client's node${connection.node === undefined ? '' : ` ${connection.node}`}, else in its zone` : `the zone ${connection.zone ?? 'of the client'}`;
  return { object: service, path: ['spec', 'trafficDistribution'], text: `prefers Pods in ${first}; any other where there is no ready one` };
}

const HINT_ANNOTATIONS: Readonly<Record<string, CapabilityName>> = {
  'service.kubernetes.io/topology-aware-hints': 'annotation topology-aware-hints',
  'service.kubernetes.io/topology-mode': 'annotation topology-mode',
};

const DISTRIBUTIONS: Readonly<Record<string, CapabilityName>> = {
  PreferClose: 'trafficDistribution: PreferClose',
  PreferSameZone: 'trafficDistribution: PreferSameZone',
  PreferSameNode: 'trafficDistribution: PreferSameNode',
};

function affinity(service: ServiceNode): Hop | undefined {
  const { object } = service;
  if (textAt(object, 'spec', 'sessionAffinity') !== 'ClientIP') return undefined;
  const seconds = numberAt(object, 'spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds') ?? DEFAULT_TIMEOUT;
  return {
    object: service,
    path: ['spec', 'sessionAffinity'],
    text: `each client address keeps its Pod until it is silent for ${seconds} s: the shares below are shares of clients, and a client that is refused is refused every time`,
  };
}

const DEFAULT_TIMEOUT = 10800;
