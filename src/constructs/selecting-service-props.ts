import type { ObjectProps } from './object-props';
import type { IpFamilyProps } from '../service-spec/ip-families';
import type { PodSelector } from '../service-spec/pod-selector';
import type { SessionAffinity } from '../service-spec/session-affinity';
import type { TrafficPolicy } from '../service-spec/traffic-policy';

/** What every Service with a selector takes. */
export interface SelectingServiceProps extends ObjectProps, IpFamilyProps {
  /** The Pods that answer. */
  readonly selector: PodSelector;

  /**
   * Whether Pods get connections before they are ready, and while they terminate.
   *
   * For members that must find each other in order to become ready.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;
}

/** What every Service with a virtual address takes. */
export interface VirtualIpServiceProps extends SelectingServiceProps {
  /**
   * The address inside the cluster; it must lie in the cluster's Service range.
   *
   * @default - allocated by the cluster
   */
  readonly clusterIp?: string;

  /**
   * Which connections go to the same Pod.
   *
   * @default - each connection goes to any ready Pod
   */
  readonly sessionAffinity?: SessionAffinity;

  /**
   * Which Pods answer connections from inside the cluster.
   *
   * With `TrafficPolicy.LOCAL` a node without a ready Pod drops them: there is no fallback.
   *
   * @default TrafficPolicy.CLUSTER
   * @throws if the target is older than Kubernetes 1.22
   */
  readonly internalTrafficPolicy?: TrafficPolicy;
}

/** What every Service that is reachable from outside the cluster takes. */
export interface ExposedServiceProps extends VirtualIpServiceProps {
  /**
   * Which Pods answer connections from outside the cluster.
   *
   * `TrafficPolicy.LOCAL` keeps the client's address and saves a hop; nodes without a ready Pod answer nothing.
   *
   * @default TrafficPolicy.CLUSTER
   */
  readonly externalTrafficPolicy?: TrafficPolicy;
}
