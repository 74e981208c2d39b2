import { inOrderOfAge } from './age';
import { fieldAt, textAt } from '../../kube/field';
import { listenerSetsUnder, withListeners, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { groupOf } from '../../model/object-node';

/** A listener for TCP or UDP, and the Gateway or ListenerSet that it stands in. */
export interface OpenListener {
  readonly holder: GatewayNode;
  readonly listener: GatewayListenerNode;
}

/**
 * The listeners of a Gateway for TCP and UDP that a controller opens: of several for one port the first counts, the Gateway's
 * own before those of ListenerSets, and TCP shares its port with nothing else that is carried by TCP.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec
 */
export function openListeners(gateway: GatewayNode, network: Network): OpenListener[] {
  const sets = listenerSetsUnder(gateway, network).filter((set) => set.kind === 'ListenerSet' && isAllowed(set, gateway));
  const all = [gateway, ...inOrderOfAge(sets)].filter((holder) => holder.isReadable && isSingle(holder, network))
    .flatMap((holder) => holder.listeners.map((listener) => ({ holder, listener })));
  const open = [...groupedBy(all, ({ listener: { port, protocol } }) => `${port}/${protocol === 'UDP' ? 'UDP' : 'TCP'}`).values()].flatMap(([first, ...others]) =>
    others.every(({ listener, holder }) => holder !== first.holder || listener.protocol === first.listener.protocol) ? [first] : []);
  return open.filter(({ listener: { port, protocol } }) => (protocol === 'TCP' || protocol === 'UDP') && isPort(port));
}

/** Of variants of one object nobody knows which one will be applied. */
function isSingle(node: GatewayNode, network: Network): boolean {
  return withListeners(network, { ...node, group: groupOf(node) }).length === 1;
}

function isAllowed(set: GatewayNode, gateway: GatewayNode): boolean {
  const from = textAt(fieldAt(gateway.object, 'spec', 'allowedListeners', 'namespaces'), 'from') ?? 'None';
  return from === 'All' || from === 'Selector' || (from === 'Same' && set.namespace === gateway.namespace);
}

function isPort(port: number | undefined): boolean {
  return port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65535;
}
