/**
 * A backend outside the cluster, or a process on a node that is no Pod.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export interface ExternalEndpoint {
  /** Its address as the nodes reach it: IPv4 or IPv6, no host name, not loopback, link-local or multicast. */
  readonly ip: string;

  /**
   * Its own DNS name below the name of a headless service: a DNS label.
   *
   * @default - none
   */
  readonly hostname?: string;

  /**
   * The node it runs on, for a process on a node. `TrafficPolicy.LOCAL` sends to endpoints of the client's node only.
   *
   * @default - on no node of the cluster
   */
  readonly nodeName?: string;

  /**
   * The zone it is in: a label value. It informs and steers nothing; `servedZones` steers.
   *
   * @default - unknown
   * @throws if the format is `EndpointFormat.ENDPOINTS`, which has no field for it
   */
  readonly zone?: string;

  /**
   * Whether it takes connections. One that is not ready stays listed and gets none.
   *
   * @default true
   */
  readonly ready?: boolean;

  /**
   * The zones whose clients prefer it: up to 8. Clients of a zone that no endpoint serves use all endpoints.
   *
   * All endpoints give it or none does: kube-proxy ignores the zones otherwise.
   *
   * @default - no preference
   * @throws if the target is older than Kubernetes 1.24, or the format is `EndpointFormat.ENDPOINTS`
   * @see https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/
   */
  readonly servedZones?: string[];

  /**
   * The nodes whose clients prefer it: up to 8. Clients of a node that no endpoint serves go by `servedZones`.
   *
   * All endpoints give it or none does: kube-proxy ignores the nodes otherwise.
   *
   * @default - no preference
   * @throws if the target is older than Kubernetes 1.34, or the format is `EndpointFormat.ENDPOINTS`
   * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/3015-prefer-same-node
   */
  readonly servedNodes?: string[];
}
