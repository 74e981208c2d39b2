import { listenerOf, type Listener } from '../../model/forward';
import { Protocol } from '../../values/protocol';

/** The ports of the controller's Pods: those on which listeners are served, and those that the Pods need themselves. */
export interface ContainerPorts {
  /** The port on which a listener is served. */
  readonly of: (listenPort: number) => number;
  /** How it follows from the port of the listener, as a message says it. */
  readonly rule: string;
  /** What the Pods use themselves for TCP. */
  readonly used: ReadonlyMap<number, string>;
  readonly see: string;
}

/** What a listener would share its container port with: another listener, or something of the Pods themselves. */
export function userOf({ listenPort, protocol }: Listener, { of, used }: ContainerPorts, others: readonly Listener[]): string | undefined {
  const served = of(listenPort);
  const other = others.find((candidate) => candidate.protocol === protocol && of(candidate.listenPort) === served);
  if (other) return listenerOf(other);
  return protocol === Protocol.TCP ? used.get(served) : undefined;
}
