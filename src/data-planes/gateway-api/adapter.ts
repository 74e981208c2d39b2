import { emit } from './emit';
import type { NamedGateway } from './emit-options';
import { GatewayImplementation } from './gateway-implementation';
import { IMPLEMENTATIONS } from './implementations/all';
import { read } from './read';
import { RouteApiVersion } from './route-api-version';
import { supportsOf } from './supports';
import type { DataPlaneAdapter } from '../adapter';

/** Which Gateway is written to, and what reads it. */
export interface GatewayApiAdapterOptions {
  readonly implementation: GatewayImplementation;
  /** By default v1, or the only one that the implementation watches. */
  readonly routeApiVersion?: RouteApiVersion;
  /** The Gateway that is meant; may be left out where there is one among the objects. */
  readonly gateway?: NamedGateway;
}

/** The Gateway API as one of its implementations reads it. */
export function gatewayApiAdapter({ implementation: id, routeApiVersion, gateway }: GatewayApiAdapterOptions): DataPlaneAdapter {
  const implementation = IMPLEMENTATIONS[id];
  const version = routeApiVersion ?? preferredVersion(implementation.watches);
  return {
    name: implementation.title,
    supports: supportsOf(implementation),
    emit: (objects, forwards) => emit(objects, forwards, { implementation, routeApiVersion: version, gateway }),
    read,
  };
}

/** The Gateway API, whoever reads it. */
export const gatewayApi: DataPlaneAdapter = { ...gatewayApiAdapter({ implementation: GatewayImplementation.ENVOY_GATEWAY }), name: 'gateway-api' };

/** The newest version of the routes that an implementation watches. */
export function preferredVersion(watches: { readonly [version in RouteApiVersion]?: string }): RouteApiVersion {
  return watches.v1 === undefined && watches.v1alpha2 !== undefined ? RouteApiVersion.V1ALPHA2 : RouteApiVersion.V1;
}
