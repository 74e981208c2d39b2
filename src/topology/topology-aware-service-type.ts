/**
 * Where a `TopologyAwareService` can be reached.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
 */
export enum TopologyAwareServiceType {
  /** Inside the cluster, as a `ClusterIpService`. */
  CLUSTER_IP = 'ClusterIP',
  /** On a port of every node too, as a `NodePortService`. */
  NODE_PORT = 'NodePort',
  /** On an address outside the cluster too, as a `LoadBalancerService`. */
  LOAD_BALANCER = 'LoadBalancer',
}
