import type { Controller } from '../../data-planes/controller/controller-type';
import type { Forward, Listener } from '../../model/forward';
import type { Network } from '../../model/network';
import type { InputEntry } from '../input/installation';
import type { LossFault } from '../loss';
import type { Target } from '../target/target';

/** Why an entry has no route, from its text alone, or `undefined`; the network says what was meant. */
export type TextRule = (entry: InputEntry, network: Network) => LossFault | undefined;

/** Why the forward that an entry says has no route, or `undefined`. */
export type ForwardRule = (forward: Forward, surroundings: Surroundings) => LossFault | undefined;

/** What decides beside its text whether an entry works. */
export interface Surroundings {
  readonly network: Network;
  /** Absent where the input holds ConfigMaps alone. */
  readonly controller?: Controller;
  /** The flag by which the controller keeps a port for itself. */
  readonly reserved: ReadonlyMap<number, string>;
  /** What else listens in the controller's Pod, by `port/protocol`. */
  readonly occupied: ReadonlyMap<string, string>;
  /** The only namespace that the controller sees. */
  readonly watched?: string;
  /** The ports on which clients reach what the controller listens on. */
  readonly clientPorts: (listener: Listener) => readonly number[];
  readonly target: Target;
}
