import { listenerOf } from '../../../model/forward';
import type { DeclaredListener } from '../emit-options';
import type { ListenerRule } from './rule';
import { listenerName } from '../object-names';

/** The listener of a Gateway of someone else that has a port. */
export function declaredOn(port: number, protocol: string, listeners: readonly DeclaredListener[] = []): DeclaredListener | undefined {
  return listeners.find((listener) => listener.port === port && listener.protocol === protocol);
}

/** A Gateway of someone else gets no new listeners but through a ListenerSet. */
export const declaredListener: ListenerRule = (listener, { plan: { created, gateway, target } }) => {
  const { title, supports } = target.implementation;
  const { listenPort, protocol } = listener;
  if (created || supports.ListenerSets.supported || declaredOn(listenPort, protocol, gateway.listeners)) return undefined;
  const declaration = `{ name: ${listenerName(listener)}, port: ${listenPort}, protocol: ${protocol} }`;
  return {
    field: 'listenPort',
    fact: `Gateway ${gateway.namespace}/${gateway.name} has no listener for ${listenerOf(listener)} among gateway.listeners`,
    why: `someone else makes the Gateway, and ${title} reads no ListenerSets, which could add one`,
    fix: `have its owner add ${declaration} to spec.listeners, and name it in gateway.listeners: { name: '${listenerName(listener)}', listenPort: ${listenPort} }`,
    see: supports.ListenerSets.see,
  };
};
