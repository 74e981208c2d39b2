import type { ExternalEndpoint } from './external-endpoint';

/**
 * Where a service outside the cluster is: at addresses, or behind a host name.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export class ExternalTarget {
  /**
   * Addresses to balance over. Nobody checks their health: an address stays in use until it is taken out or not `ready`.
   *
   * @param endpoints at least one; IPv4 and IPv6 may be mixed
   */
  public static endpoints(endpoints: ExternalEndpoint[]): ExternalTarget {
    return new ExternalTarget(false, endpoints, undefined);
  }

  /**
   * A host name that the Service's name becomes an alias (CNAME) for. Nothing is proxied and no port is mapped.
   *
   * Clients still say the Service's name, in a TLS handshake or an HTTP Host header too.
   *
   * @param hostName a DNS name in lower case, at most 253 characters; no address and no port
   */
  public static hostName(hostName: string): ExternalTarget {
    return new ExternalTarget(true, undefined, hostName);
  }

  private constructor(
    /** @internal */
    public readonly _isAlias: boolean,
    /** @internal */
    public readonly _endpoints: readonly ExternalEndpoint[] | undefined,
    /** @internal */
    public readonly _hostName: string | undefined,
  ) {}
}
