import type { CreatedGatewayOptions } from './created-gateway';
import type { ExistingGatewayProps } from './existing-gateway';

/**
 * The Gateway that clients connect to.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/gateway/
 */
export class Gateway {
  /** A Gateway that this app makes, with a listener for each forward. */
  public static create(options: CreatedGatewayOptions = {}): Gateway {
    return new Gateway({ created: options });
  }

  /**
   * A Gateway of someone else, such as a platform team: this app makes routes that attach to its listeners, and a ListenerSet
   * for the ports that it has no listener for.
   */
  public static existing(props: ExistingGatewayProps): Gateway {
    return new Gateway({ existing: props });
  }

  private constructor(
    /** @internal */
    public readonly _origin: GatewayOrigin,
  ) {}
}

/** Who makes a Gateway. */
export interface GatewayOrigin {
  readonly created?: CreatedGatewayOptions;
  readonly existing?: ExistingGatewayProps;
}
