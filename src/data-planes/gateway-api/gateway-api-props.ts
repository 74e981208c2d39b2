import type { Gateway } from './gateway';
import type { GatewayImplementation } from './gateway-implementation';
import type { RouteApiVersion } from './route-api-version';
import type { KubernetesVersion } from '../../values/kubernetes-version';

/** Properties of `GatewayApi`. */
export interface GatewayApiProps {
  /** The controller that reads the Gateway: what it cannot do is refused. */
  readonly implementation: GatewayImplementation;

  /**
   * The Gateway that clients connect to.
   *
   * @default Gateway.create()
   */
  readonly gateway?: Gateway;

  /**
   * The version of `TCPRoute` and `UDPRoute` that the cluster serves and the implementation watches. `GatewayImplementation` says
   * which releases watch which version; the release that a cluster runs is not known here, so the default is that of the newest.
   *
   * @default - `RouteApiVersion.V1`, or `V1ALPHA2` where no release of the implementation watches v1
   * @throws if no release of the implementation watches it
   */
  readonly routeApiVersion?: RouteApiVersion;

  /**
   * The namespaces whose owners have permitted the routes to send to their Services, with a ReferenceGrant.
   *
   * ReferenceGrants are made in namespaces in which this app makes Services. For others, every synthesis says what their owners
   * must apply, as long as the namespace is not listed here.
   *
   * @default - none
   */
  readonly grantedNamespaces?: string[];

  /**
   * The version that the output is for.
   *
   * @default - the version set with `KubernetesVersion.useIn` on the nearest parent, else 1.27
   */
  readonly kubernetesVersion?: KubernetesVersion;
}
