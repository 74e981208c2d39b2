import type { ContainerPorts } from './container-ports';
import type { GatewayImplementation } from './gateway-implementation';
import type { GatewayNames } from './gateway-names';
import type { PlacedForward } from './placed-forward';
import type { RouteApiVersion } from './route-api-version';
import type { ServiceSettings } from './service-settings';
import type { KubeObject } from '../../kube/kube-object';
import type { Feature, Support } from '../adapter';

/** What the user of a Gateway may ask of its controller. */
export type GatewayFeature =
  | Feature
  | 'ListenerSets'
  | 'static addresses'
  | 'labels and annotations for what it creates'
  | 'source ranges'
  | 'externalTrafficPolicy';

/** What a controller of the Gateway API can do, and how it is told what the Gateway API does not say. */
export interface Implementation {
  readonly id: GatewayImplementation;
  /** As its project spells it. */
  readonly title: string;
  /** The GatewayClass that it brings, or that its documentation creates. */
  readonly className: string;
  readonly supports: Readonly<Record<GatewayFeature, Support>>;
  /** The releases that watch TCPRoute and UDPRoute in a version; none where it is absent. */
  readonly watches: { readonly [version in RouteApiVersion]?: string };
  /** How many `spec.addresses` it takes; the API takes 16. */
  readonly maxAddresses?: number;
  /** How many listeners a Gateway and its ListenerSets may have together, where that is limited. */
  readonly maxListeners?: number;
  /** The ports of its Pods, where a listener can get in the way of something else there. */
  readonly containerPorts?: ContainerPorts;
  /** The object for what the Gateway cannot say about its Service or load balancer. */
  readonly parametersOf?: (settings: ServiceSettings) => KubeObject;
  /** The policies for listeners whose clients send a PROXY header. */
  readonly acceptProxyProtocol?: PolicyRenderer;
  /** Whether those policies are in the namespace of the Gateway also for listeners of a ListenerSet. */
  readonly policiesAreOfGateway?: boolean;
  /** How many listeners such a policy has room for. */
  readonly maxProxyPorts?: number;
  /** The policies for routes whose backends are sent one. */
  readonly sendProxyProtocol?: PolicyRenderer;
}

/** Makes the policies for some forwards of one Gateway; those of one forward alone have the names that they have among all. */
export type PolicyRenderer = (placed: readonly PlacedForward[], names: GatewayNames, present: readonly KubeObject[]) => KubeObject[];

/** That a feature is there. */
export function has(see: string): Support {
  return { supported: true, see };
}

/** That a feature is not there. */
export function lacks(see: string): Support {
  return { supported: false, see };
}

/** What no controller takes from the Gateway API. */
export const BEYOND_THE_API = {
  'SCTP': lacks('https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype'),
  'backend port by name': lacks('https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference'),
  'PROXY protocol over UDP': lacks('https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt'),
  'pinned node ports': lacks('https://gateway-api.sigs.k8s.io/reference/spec/#listener'),
} as const;
