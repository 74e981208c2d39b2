import type { Result } from './trace';
import type { RouteNode } from '../model/route-node';

/**
 * How it shows that a backend of a route gets nothing: datagrams are dropped.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udprouterule
 */
export function failureOf({ kind }: RouteNode): Result {
  return kind === 'UDPRoute' ? 'timed out' : 'refused';
}
