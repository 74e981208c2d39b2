import type { Protocol } from '../values/protocol';

/** Where a client is. */
export enum ClientPlace {
  /** In a Pod. */
  POD = 'pod',
  /** On a node of the cluster. */
  NODE = 'node',
  /** Outside the cluster. */
  EXTERNAL = 'external',
}

/** How connections end. */
export enum ConnectionResult {
  /** A Pod that declares the port answers. */
  ANSWERED = 'answered',
  /** The client is told at once that nobody listens. */
  REFUSED = 'refused',
  /** The client waits until it gives up. */
  TIMED_OUT = 'timed out',
  /** The objects do not tell. */
  CANNOT_TELL = 'cannot tell',
}

/** A connection that a client wants to make. */
export interface TraceOptions {
  /** The port that the client connects to: 1 to 65535. */
  readonly listenPort: number;

  /**
   * The protocol.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;

  /**
   * Where the client is.
   *
   * @default ClientPlace.POD
   */
  readonly from?: ClientPlace;

  /**
   * The zone of the client's node.
   *
   * @default - not told
   */
  readonly zone?: string;

  /**
   * The name of the client's node.
   *
   * @default - not told
   */
  readonly nodeName?: string;

  /**
   * The namespace of the Pod that the client runs in: NetworkPolicies choose by it.
   *
   * @default - not told
   */
  readonly clientNamespace?: string;

  /**
   * All labels of the Pod that the client runs in: NetworkPolicies choose by them.
   *
   * @default - not told
   */
  readonly clientLabels?: { readonly [key: string]: string };
}

/** The way that a connection takes, and how it ends. */
export interface ConnectionTrace {
  /** The steps, in their order. */
  readonly hops: ConnectionHop[];
  /** How the connections end, by shares. */
  readonly outcomes: ConnectionOutcome[];
  /** All of it as a person reads it. */
  readonly text: string;
}

/** A step on the way of a connection. */
export interface ConnectionHop {
  /** What happens there. */
  readonly message: string;
  /** The object that decides, as `Kind namespace/name`; absent where none does. */
  readonly object?: string;
  /** The field that decides, as it stands in the object; absent where a default does. */
  readonly at?: string;
}

/** How a share of the connections ends. */
export interface ConnectionOutcome {
  /** How they end. */
  readonly result: ConnectionResult;
  /** By whom, or why. */
  readonly message: string;
  /** The share of all connections, from 0 to 1; absent where it cannot be told. */
  readonly share?: number;
}
