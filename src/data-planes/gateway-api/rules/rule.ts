import type { Forward, Listener } from '../../../model/forward';
import type { ForwardFault } from '../../forward-fault';
import type { GatewayPlan } from '../gateway-plan';

/** The Gateway that a forward goes through, and what else goes through it. */
export interface Surroundings {
  readonly plan: GatewayPlan;
  /** The other forwards of this app. */
  readonly others: readonly Forward[];
}

/** Why a forward would not work, or `undefined`. */
export type Rule = (forward: Forward, surroundings: Surroundings) => ForwardFault | undefined;

/** Why a port would not work, whatever it leads to, or `undefined`. */
export type ListenerRule = (listener: Listener, surroundings: Surroundings) => ForwardFault | undefined;
