import type { FieldPath } from '../kube/field';
import type { Network } from '../model/network';
import type { ObjectNode } from '../model/object-node';

/** A connection that someone wants to make. */
export interface Connection {
  /** `namespace/service`, a Service by its name alone, `gateway/namespace/name`, an address of one, or a data plane such as `ingress-nginx`. */
  readonly target: string;
  /** The port that the client connects to. */
  readonly listenPort: number;
  readonly protocol: string;
  readonly from: ClientPlace;
  /** The zone of the client's node. */
  readonly zone?: string;
  /** The name of the client's node. */
  readonly node?: string;
  /** The namespace and the labels of the Pod that the client runs in: what NetworkPolicies know it by. */
  readonly clientNamespace?: string;
  readonly clientLabels?: Readonly<Record<string, string>>;
}

/** Who connects to an endpoint: the client itself, or what stands between. */
export interface Client {
  readonly from: ClientPlace;
  /** Absent where it is not told. */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Where the one who chooses among the endpoints of a Service is. */
export interface Locality {
  /** Whether only endpoints of one node are used. */
  readonly isLocal: boolean;
  readonly zone?: string;
  readonly node?: string;
  /** `on the node of the client` */
  readonly place: string;
}

/** Where the client is: in a Pod, on a node, or outside the cluster. */
export type ClientPlace = 'pod' | 'node' | 'external';

/** The way that a connection takes, and how it ends. */
export interface Trace {
  readonly connection: Connection;
  readonly hops: readonly Hop[];
  readonly outcomes: readonly Outcome[];
}

/** A way without the question. */
export type Way = Omit<Trace, 'connection'>;

/** What the endpoints of a Service port are asked with. */
export interface BackendQuestion {
  readonly network: Network;
  /** What happens where there is no endpoint. */
  readonly refuser: string;
  readonly client: Client;
  /** Absent where nobody chooses by place. */
  readonly locality?: Locality;
}

/** A step on the way: what decides, and what it decides. */
export interface Hop {
  readonly object?: ObjectNode;
  /** The field that decides; absent where a default does, or no object. */
  readonly path?: FieldPath;
  /** What happens there; no trailing period. */
  readonly text: string;
}

/** How a share of the connections ends. */
export interface Outcome {
  readonly result: Result;
  /** From 0 to 1; absent where it cannot be told. */
  readonly share?: number;
  /** By whom and why; continues the result. */
  readonly text: string;
}

export type Result = 'answered' | 'refused' | 'timed out' | 'cannot tell';

/** A way that ends here. */
export function ends(result: Result, text: string): Outcome[] {
  return [{ result, share: 1, text }];
}
