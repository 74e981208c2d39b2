import type { Forward } from '../../model/forward';
import { Protocol } from '../../values/protocol';

/** A protocol that controllers forward. */
export type StreamProtocol = Protocol.TCP | Protocol.UDP;

export const STREAM_PROTOCOLS: readonly StreamProtocol[] = [Protocol.TCP, Protocol.UDP];

/** An entry of a ConfigMap as it stands there. */
export interface StreamEntry {
  readonly key: string;
  readonly value: string;
}

/** How a controller writes what it forwards. */
export interface StreamGrammar {
  /** Whether a key is a number to the controller. */
  readonly isPort: (key: string) => boolean;
  readonly formatEntry: (forward: Forward) => string;
  /** The forward that an entry says, or `undefined` where the controller skips it. */
  readonly parseEntry: (entry: StreamEntry, protocol: StreamProtocol) => Forward | undefined;
  /** Whether an entry asks for more than a forward can say. */
  readonly asksMore: (entry: StreamEntry) => boolean;
}
