import type { ApiObjectMetadata } from 'cdk8s';
import type { TrafficPolicy } from '../../service-spec/traffic-policy';

/** What a Gateway that is made is like. */
export interface CreatedGatewayOptions {
  /**
   * Metadata of the Gateway. Its name is at most 63 characters long, as controllers make a Service and labels of it.
   *
   * @default - the name is the id of the construct in kebab case, the namespace the chart's
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The GatewayClass, a DNS name: `kubectl get gatewayclasses` lists those of a cluster.
   *
   * @default - the one in the documentation of the implementation, such as "nginx" or "eg"
   */
  readonly className?: string;

  /**
   * The IP addresses that clients connect to: at most 16, and one for Contour, Istio and kgateway.
   *
   * @default - the controller gets one
   */
  readonly addresses?: string[];

  /**
   * Labels of what the controller makes for the Gateway, at most 8.
   *
   * @default - none
   */
  readonly infrastructureLabels?: { [key: string]: string };

  /**
   * Annotations of what the controller makes for the Gateway, at most 16: its Service gets those that clouds read.
   *
   * @default - none
   */
  readonly infrastructureAnnotations?: { [key: string]: string };

  /**
   * The clients that may connect, as CIDR blocks such as "198.51.100.0/24".
   *
   * @default - everyone
   * @throws if the implementation takes none for one Gateway
   */
  readonly sourceRanges?: string[];

  /**
   * Which nodes take connections from outside.
   *
   * @default - that of the implementation: `LOCAL` for Envoy Gateway and NGINX Gateway Fabric, else `CLUSTER`
   * @throws if the implementation takes none for one Gateway
   */
  readonly externalTrafficPolicy?: TrafficPolicy;
}
