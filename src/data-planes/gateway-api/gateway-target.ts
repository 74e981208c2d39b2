import type { GatewayNames } from './gateway-names';
import type { Implementation } from './implementation';
import type { RouteApiVersion } from './route-api-version';

/** The Gateway that forwards go through, and what reads it. */
export interface GatewayTarget extends GatewayNames {
  readonly implementation: Implementation;
  readonly routeApiVersion: RouteApiVersion;
}
