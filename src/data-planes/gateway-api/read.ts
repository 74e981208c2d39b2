import { attachedRoutes } from './attached-routes';
import { networkOf } from './network-of';
import { openListeners } from './open-listeners';
import { isPermitted } from './permission';
import { expectsProxyHeader, sendsProxyHeader, type ListenerPlace } from './read-proxy-protocol';
import type { KubeObject } from '../../kube/kube-object';
import { inListenOrder, type Forward } from '../../model/forward';
import { gatewaysOf, type GatewayNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { isHelmHook } from '../../model/object-node';
import { isService, type BackendReference, type RouteNode } from '../../model/route-node';
import { isPort } from '../../values/port';
import { Protocol } from '../../values/protocol';

/** The forwards of every Gateway among some objects: what the status of the Gateway or its routes would refuse is left out. */
export function read(objects: readonly KubeObject[]): Forward[] {
  const network = networkOf(objects);
  const gateways = gatewaysOf(network).filter((gateway) => !isHelmHook(gateway));
  return inListenOrder(gateways.flatMap((gateway) => forwardsOf(gateway, network)));
}

/** The forwards of one Gateway, those of its ListenerSets included. */
export function forwardsOf(gateway: GatewayNode, network: Network): Forward[] {
  const forwards = openListeners(gateway, network).flatMap(({ holder, listener }) => {
    const [route] = attachedRoutes(listener, holder, network);
    return route ? forwardsThrough(route, { holder, listener, gateway }, network) : [];
  });
  return inListenOrder(forwards);
}

/** A forward for each Service that gets connections. */
function forwardsThrough(route: RouteNode, place: ListenerPlace, network: Network): Forward[] {
  const { listener: { port, protocol } } = place;
  const isTcp = protocol === Protocol.TCP;
  return (route.rules[0]?.backends ?? []).filter((backend) => works(backend, route, network)).map(({ namespace, name, port: servicePort }) => ({
    listenPort: port!,
    protocol: isTcp ? Protocol.TCP : Protocol.UDP,
    backend: { namespace, name, servicePort: servicePort as number },
    acceptProxyProtocol: isTcp && expectsProxyHeader(place, network),
    sendProxyProtocol: isTcp && sendsProxyHeader(route, network),
  }));
}

function works(backend: BackendReference, route: RouteNode, network: Network): boolean {
  return isService(backend) && backend.isKnown && isPort(backend.port) && backend.weight !== 0 && isPermitted(route, backend, network);
}
