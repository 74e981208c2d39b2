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
