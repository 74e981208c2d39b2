import type { Forward } from '../model/forward';
import type { Fault } from '../problems/problem';

/** Why a forward would not work, and the field of it that the user has to change. */
export interface ForwardFault extends Fault {
  readonly field: keyof Forward;
}
