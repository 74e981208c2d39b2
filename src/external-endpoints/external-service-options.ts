import type { EndpointFormat } from './endpoint-format';
import type { ExternalTarget } from './external-target';
import type { IpFamilyProps } from '../service-spec/ip-families';
import type { ServicePortOptions } from '../service-spec/service-port';
import type { SessionAffinity } from '../service-spec/session-affinity';
import type { TrafficPolicy } from '../service-spec/traffic-policy';

/**
 * A service outside the cluster, and how clients inside reach it.
 *
 * All but `target` is for `ExternalTarget.endpoints(...)`: an alias for a host name takes nothing else. Without
 * `ipFamilies` and `ipFamilyPolicy` the Service asks for the families that its endpoints have, from Kubernetes 1.21 on; two
 * of them take a dual-stack cluster.
 */
export interface ExternalServiceOptions extends IpFamilyProps {
  /** Where the service is. */
  readonly target: ExternalTarget;

  /**
   * The ports: clients connect to `servicePort`, the endpoints listen on `targetPort`. A `targetPortName` is refused:
   * outside the cluster nothing looks it up.
   *
   * @default - none, for a host name or a headless service; else at least one is needed
   */
  readonly ports?: ServicePortOptions[];

  /**
   * Whether the Service has no address of its own: its DNS name answers with the addresses of the endpoints.
   *
   * @default false
   */
  readonly headless?: boolean;

  /**
   * The Service's address inside the cluster; it must lie in the cluster's Service range.
   *
   * @default - allocated by the cluster
   */
  readonly clusterIp?: string;

  /**
   * Which connections go to the same endpoint.
   *
   * @default - each connection goes to any ready endpoint
   */
  readonly sessionAffinity?: SessionAffinity;

  /**
   * Which endpoints answer. `TrafficPolicy.LOCAL` needs the `nodeName` of every endpoint.
   *
   * @default TrafficPolicy.CLUSTER
   * @throws if the target is older than Kubernetes 1.22
   */
  readonly internalTrafficPolicy?: TrafficPolicy;

  /**
   * The kind of object that holds the endpoints.
   *
   * @default - `EndpointFormat.ENDPOINTS` for targets below Kubernetes 1.33, `EndpointFormat.ENDPOINT_SLICE` from 1.33 on
   * @throws if it is `EndpointFormat.ENDPOINT_SLICE` and the target is older than Kubernetes 1.21
   */
  readonly format?: EndpointFormat;
}
