import type { IConstruct } from 'constructs';
import type { Implementation } from './implementation';
import type { RouteApiVersion } from './route-api-version';
import type { Problems } from '../../problems/problems';

/** What is known when the Gateway of a `GatewayApi` is read. */
export interface ParseContext {
  readonly scope: IConstruct;
  readonly implementation: Implementation;
  readonly routeApiVersion: RouteApiVersion;
  readonly problems: Problems;
}
