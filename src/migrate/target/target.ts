import type { GatewayTarget } from '../../data-planes/gateway-api/gateway-target';

/** The Gateway that the output is for. */
export interface Target extends GatewayTarget {
  readonly className: string;
  /** Whether the Gateway is to have an address of its own, beside the one of the controller. */
  readonly hasNewAddress: boolean;
}
