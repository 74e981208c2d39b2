/**
 * The version of `TCPRoute` and `UDPRoute`: a cluster serves one of them, unless it has the experimental channel of release 1.6 or newer.
 *
 * @see https://gateway-api.sigs.k8s.io/concepts/versioning/
 */
export enum RouteApiVersion {
  /** Release 1.6 of the Gateway API and newer. */
  V1 = 'v1',
  /** The experimental channel; the only one up to release 1.5. */
  V1ALPHA2 = 'v1alpha2',
}
