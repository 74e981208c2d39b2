import type { Entrance } from './entrance';
import type { GatewaySettings } from '../../data-planes/gateway-api/gateway-settings';
import type { Loss } from '../loss';
import type { Target } from '../target/target';

/** What a Gateway takes over from the Service of the controller, and what it does not. */
export interface Carried {
  readonly settings: Partial<GatewaySettings>;
  readonly losses: readonly Loss[];
}

/** One subject of the Service: it is carried over or reported. */
export type Carrier = (entrance: Entrance, target: Target) => Carried;

export const NOTHING: Carried = { settings: {}, losses: [] };
