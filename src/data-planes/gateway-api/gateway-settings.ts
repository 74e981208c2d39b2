import type { GatewayTarget } from './gateway-target';
import type { ServiceSettings } from './service-settings';

/** A Gateway that is created, as far as it does not follow from its forwards. */
export interface GatewaySettings extends GatewayTarget, ServiceSettings {
  readonly className: string;
  /** `spec.addresses`. */
  readonly addresses: readonly GatewayAddress[];
  /** The labels of what the controller creates for the Gateway. */
  readonly labels: Readonly<Record<string, string>>;
  /** The annotations of what the controller creates for the Gateway. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** An address that a Gateway is asked for; of other types the implementations differ in what they mean. */
export interface GatewayAddress {
  readonly type: 'IPAddress';
  readonly value: string;
}
