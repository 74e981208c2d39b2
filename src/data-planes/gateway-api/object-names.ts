import type { GatewayNames } from './gateway-names';
import type { Listener } from '../../model/forward';

/** `tcp-5432` */
export function listenerName({ listenPort, protocol }: Listener): string {
  return `${protocol.toLowerCase()}-${listenPort}`;
}

/** The name of the route of a forward, and of the policies for it: `edge-tcp-5432`. */
export function routeName({ name }: GatewayNames, listener: Listener): string {
  return `${name}-${listenerName(listener)}`;
}

/** The name of a ListenerSet: `edge-listeners`, `edge-listeners-2`. */
export function listenerSetName({ name }: GatewayNames, index: number): string {
  return numbered(`${name}-listeners`, index);
}

/** The name of a ReferenceGrant in the namespace of backends: `infra-edge-routes`, `infra-edge-routes-2`. */
export function grantName({ routeNamespace, name }: GatewayNames, index: number): string {
  return numbered(`${routeNamespace}-${name}-routes`, index);
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
