import type { Connection, Hop } from './trace';
import { listenerSetsUnder, listenersText, transportOf, type GatewayListenerNode, type GatewayNode } from '../model/gateway-node';
import { admitsSet } from '../model/listener-set-admission';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { cannotShare } from '../model/port-sharing';

/** A listener, and the Gateway or ListenerSet that has it. */
export interface OwnedListener {
  readonly owner: GatewayNode;
  readonly listener: GatewayListenerNode;
}

/** What would listen on a port of a Gateway, and what does not though it is meant to. */
export interface ListenersAtPort {
  /** The Gateway's own before those of its ListenerSets. */
  readonly open: readonly OwnedListener[];
  /** Those of ListenerSets that the Gateway takes, if the labels of their namespaces are as needed. */
  readonly unclear: readonly OwnedListener[];
  readonly refused: readonly OwnedListener[];
}

export function listenersAtPort(gateway: GatewayNode, { listenPort, protocol }: Connection, network: Network): ListenersAtPort {
  const fitting = (owner: GatewayNode) => owner.listeners
    .filter((listener) => listener.port === listenPort && transportOf(listener) === protocol)
    .map((listener): OwnedListener => ({ owner, listener }));
  const sets = listenerSetsUnder(gateway, network).map((set) => ({ found: fitting(set), answer: admitsSet(gateway, set, network) }));
  const ofSets = (wanted: string) => sets.filter(({ answer }) => answer === wanted).flatMap(({ found }) => found);
  return { open: [...fitting(gateway), ...ofSets('taken')], unclear: ofSets('unclear'), refused: ofSets('refused') };
}

/** `"sql" (5432/TCP), "dns" (53/UDP)`, those of the ListenerSets that it takes included. */
export function publishedListeners(gateway: GatewayNode, network: Network): string {
  const sets = listenerSetsUnder(gateway, network).filter((set) => admitsSet(gateway, set, network) === 'taken');
  return listenersText([gateway, ...sets].flatMap(({ listeners }) => listeners));
}

/** Why the listener of a ListenerSet does not listen. */
export function refusedHop(gateway: GatewayNode, { owner, listener }: OwnedListener): Hop {
  const isWritten = gateway.object.spec !== undefined && Object.hasOwn(gateway.object.spec as object, 'allowedListeners');
  return {
    object: gateway,
    path: isWritten ? ['spec', 'allowedListeners'] : ['spec'],
    text: `takes ${isWritten ? 'no ListenerSet of that namespace' : 'no ListenerSets, as allowedListeners is not given'}: the listener "${listener.name}" of ${nodeText(owner)} is not opened (NotAllowed)`,
  };
}

/** Why the listener of a ListenerSet listens. */
export function takenHop(gateway: GatewayNode, { owner }: OwnedListener): Hop {
  return { object: gateway, path: ['spec', 'allowedListeners'], text: `takes the listeners of ${nodeText(owner)}` };
}

/** A listener whose protocol cannot share the port with the first one of the same Gateway. */
export function clashing([first, ...others]: readonly OwnedListener[]): OwnedListener | undefined {
  return others.find(({ owner, listener }) => owner === first.owner && cannotShare(listener.protocol, first.listener.protocol));
}
