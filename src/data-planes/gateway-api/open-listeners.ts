import { inOrderOfAge } from './age';
import { listenerSetsUnder, transportOf, withListeners, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import { kindsOfProtocol } from '../../model/listener-admission';
import { admitsSet } from '../../model/listener-set-admission';
import type { Network } from '../../model/network';
import { groupOf } from '../../model/object-node';
import { cannotShare } from '../../model/port-sharing';
import { isPort } from '../../values/port';

/** A listener for TCP or UDP, and the Gateway or ListenerSet that it stands in. */
export interface OpenListener {
  readonly holder: GatewayNode;
  readonly listener: GatewayListenerNode;
}

/**
 * The listeners of a Gateway for TCP and UDP that a controller opens: of several for one port the first counts, the Gateway's
 * own before those of ListenerSets, and two of one object that read different things from it are both refused.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec
 */
export function openListeners(gateway: GatewayNode, network: Network): OpenListener[] {
  const sets = listenerSetsUnder(gateway, network).filter((set) => set.kind === 'ListenerSet' && admitsSet(gateway, set, network) !== 'refused');
  const all = [gateway, ...inOrderOfAge(sets)].filter((holder) => holder.isReadable && isSingle(holder, network))
    .flatMap((holder) => holder.listeners.map((listener) => ({ holder, listener })));
  const known = all.filter(({ listener: { protocol } }) => kindsOfProtocol(protocol) !== undefined);
  const open = [...groupedBy(known, ({ listener }) => `${listener.port}/${transportOf(listener)}`).values()].flatMap(([first, ...others]) =>
    others.some(({ listener, holder }) => holder === first.holder && cannotShare(listener.protocol, first.listener.protocol)) ? [] : [first]);
  return open.filter(({ listener: { port, protocol } }) => (protocol === 'TCP' || protocol === 'UDP') && isPort(port));
}

/** Of variants of one object nobody knows which one will be applied. */
function isSingle(node: GatewayNode, network: Network): boolean {
  return withListeners(network, { ...node, group: groupOf(node) }).length === 1;
}
