import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { gatewaysOf, listenerText, transportOf, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { isHelmHook, nodeText } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** Two Gateways ask for one port of one address. */
export const gatewayPortCollision: Check = {
  name: 'gateway-port-collision',
  severity: 'warning',
  summary: 'Two Gateways ask for the same address and listen on the same port.',
  why: 'a port of an address leads to one Gateway: the other gets another address or none, unless the controller serves both with one proxy',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  * run(network) {
    const taken = new Map<string, Claim>();
    const told = new Set<string>();
    for (const claim of gatewaysOf(network).flatMap(claimsOf)) {
      const { address, gateway, listener } = claim;
      const key = `${address} ${listener.port}/${transportOf(listener)}`;
      const first = taken.get(key) ?? claim;
      taken.set(key, first);
      const pair = [address, nodeText(first.gateway), nodeText(gateway)].join('\n');
      if (isOther(first.gateway, gateway) && !told.has(pair)) yield problemOf(claim, first);
      told.add(pair);
    }
  },
};

/** Objects of one name are variants of one Gateway. */
function isOther(first: GatewayNode, second: GatewayNode): boolean {
  return nodeText(first) !== nodeText(second);
}

interface Claim {
  readonly gateway: GatewayNode;
  readonly listener: GatewayListenerNode;
  readonly address: string;
  readonly index: number;
}

/** Every listener at every address that a Gateway asks for. */
function claimsOf(gateway: GatewayNode): Claim[] {
  if (isHelmHook(gateway) || !gateway.isReadable) return [];
  return addressesOf(gateway).flatMap((address) => gateway.listeners.map((listener) => ({ gateway, listener, ...address })));
}

function addressesOf({ object }: GatewayNode): Array<{ readonly address: string; readonly index: number }> {
  return listAt(object, 'spec', 'addresses').flatMap((value, index) => {
    const address = textAt(value, 'value');
    const isAddress = (textAt(value, 'type') ?? 'IPAddress') === 'IPAddress';
    return address && isAddress && !isPlaceholder(address) ? [{ address, index }] : [];
  });
}

function problemOf({ gateway, listener, address, index }: Claim, first: Claim): Problem {
  return {
    object: gateway,
    path: ['spec', 'addresses', index, 'value'],
    fact: `asks for ${address} and listens there as ${listenerText(listener)}; ${nodeText(first.gateway)} asks for the same address and port, as ${listenerText(first.listener)}`,
    fix: `give one of them another address, or move the listener ${listenerText(listener)} to ${nodeText(first.gateway)} or to a ListenerSet of it`,
    related: [first.gateway],
  };
}
