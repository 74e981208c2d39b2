import type { Implementation } from './implementation';
import type { RouteApiVersion } from './route-api-version';

/** How forwards become objects of the Gateway API. */
export interface EmitOptions {
  readonly implementation: Implementation;
  readonly routeApiVersion: RouteApiVersion;
  /** The Gateway to write to; may be left out where there is one among the objects. */
  readonly gateway?: NamedGateway;
  /** Whether the writer writes to a namespace, so that it makes the grants in it; by default those of the Services among the objects. */
  readonly ownsNamespace?: (namespace: string) => boolean;
}

/** A Gateway, also one that is not among the objects. */
export interface NamedGateway {
  readonly namespace: string;
  readonly name: string;
  /** The namespace of the routes; by default that of the Gateway. */
  readonly routeNamespace?: string;
  /** Its listeners, where it is not among the objects. */
  readonly listeners?: readonly DeclaredListener[];
}

/** A listener of a Gateway of someone else. */
export interface DeclaredListener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
}
