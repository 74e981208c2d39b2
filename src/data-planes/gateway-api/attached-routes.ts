import { inOrderOfAge } from './age';
import { attachmentsOf } from '../../model/attachment';
import type { GatewayListenerNode, GatewayNode } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import { admits } from '../../model/listener-admission';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { RouteNode } from '../../model/route-node';

/** The routes that a listener takes, the one that gets its connections first. */
export function attachedRoutes(listener: GatewayListenerNode, parent: GatewayNode, network: Network): RouteNode[] {
  const routes = (byListener(network).get(listener) ?? []).map(({ route }) => route);
  return inOrderOfAge(routes.filter((route) => isStream(route) && admits(listener, { route, parent, network }) !== 'refused'));
}

const byListener = oncePerNetwork((network) => groupedBy(
  attachmentsOf(network).flatMap(({ route, listeners }) => listeners.map((listener) => ({ route, listener }))), ({ listener }) => listener));

function isStream({ kind }: RouteNode): boolean {
  return kind === 'TCPRoute' || kind === 'UDPRoute';
}
