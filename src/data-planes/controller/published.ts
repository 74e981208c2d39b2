import { listenerOf, type Forward, type Listener } from '../../model/forward';

/** The forwards that go through one controller, found in constant time. */
export class Published {
  private readonly byListener = new Map<string, Forward>();
  private readonly byUpstream = new Map<string, Forward>();
  private readonly byNodePort = new Map<string, Forward>();
  private readonly open = new Set<string>();
  private readonly openProtocols = new Set<string>();

  /**
   * @param served the listeners of the controller's Services as `port/protocol`: those of HTTP too, which nobody forwards
   * @param forwards what the controller's manifests say already
   * @param keyOf the key under which the controller keeps the endpoints of a backend
   */
  constructor(served: Iterable<string>, forwards: readonly Forward[], private readonly keyOf: (forward: Forward) => string) {
    for (const listener of served) this.openUp(listener);
    forwards.forEach((forward) => this.add(forward));
  }

  add(forward: Forward): void {
    const { protocol, nodePort } = forward;
    this.openUp(listenerOf(forward));
    this.byListener.set(listenerOf(forward), forward);
    if (nodePort !== undefined) this.byNodePort.set(`${nodePort}/${protocol}`, forward);
    const key = this.keyOf(forward);
    if (!this.byUpstream.has(key)) this.byUpstream.set(key, forward);
  }

  /** How many listeners there would be with one more. */
  countWith(listener: Listener): number {
    return this.open.size + (this.isOpen(listener) ? 0 : 1);
  }

  isOpen(listener: Listener): boolean {
    return this.open.has(listenerOf(listener));
  }

  /** Whether ports of another protocol are open. */
  isMixedBy({ protocol }: Listener): boolean {
    return this.openProtocols.size > (this.openProtocols.has(protocol) ? 1 : 0);
  }

  /** The forward that listens there. */
  on(listener: Listener): Forward | undefined {
    return this.byListener.get(listenerOf(listener));
  }

  /** The forward that is reached on a port of every node. */
  onNodePort(nodePort: number, protocol: string): Forward | undefined {
    return this.byNodePort.get(`${nodePort}/${protocol}`);
  }

  /** A forward to a backend that the controller calls by the same key. */
  sharingKey(forward: Forward): Forward | undefined {
    return this.byUpstream.get(this.keyOf(forward));
  }

  private openUp(listener: string): void {
    this.open.add(listener);
    this.openProtocols.add(listener.split('/')[1]);
  }
}
