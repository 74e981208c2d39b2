import type { GatewayTarget } from './gateway-target';
import { MAX_LISTENERS, type HeldListener, type Holder } from './holders';
import { listenerName, listenerSetName } from './object-names';
import type { PlacedForward } from './placed-forward';
import { listenerOf, type Forward } from '../../model/forward';
import { rivalsOf } from '../../model/port-sharing';
import { reject } from '../../problems/rejection';
import { freeName } from '../../values/free-name';

/** Finds or adds a listener for each forward: on the Gateway while it has room, then on ListenerSets, which are added to the holders. */
export function place(forwards: readonly Forward[], holders: Holder[], target: GatewayTarget): PlacedForward[] {
  const byPort = new Map<string, readonly [Holder, HeldListener]>();
  for (const holder of [...holders].reverse()) holder.listeners.forEach((listener) => byPort.set(`${listener.port}/${listener.protocol}`, [holder, listener]));
  const names = new Map(holders.map((holder) => [holder, new Set(holder.listeners.map(({ name }) => name))]));
  let next = 0;
  return forwards.map((forward) => {
    const present = byPort.get(listenerOf(forward));
    if (present) return placed(forward, ...present);
    rejectMixed(forward, byPort);
    while (next < holders.length && holders[next].listeners.length >= holders[next].capacity) next += 1;
    if (next === holders.length) holders.push(newListenerSet(holders, target));
    const holder = holders[next];
    const taken = names.get(holder) ?? new Set();
    names.set(holder, taken);
    const name = freeName(listenerName(forward), (candidate) => taken.has(candidate));
    const listener = { name, port: forward.listenPort, protocol: forward.protocol, isNew: true };
    taken.add(name);
    holder.listeners.push(listener);
    return placed(forward, holder, listener);
  });
}

function placed(forward: Forward, { kind, namespace, name }: Holder, listener: HeldListener): PlacedForward {
  return { forward, listener: { kind, namespace, name, sectionName: listener.name } };
}

function newListenerSet(holders: readonly Holder[], target: GatewayTarget): Holder {
  const { routeNamespace, implementation: { title, supports } } = target;
  const { supported, see } = supports.ListenerSets;
  if (!supported) {
    return reject({
      fact: `Gateway ${target.namespace}/${target.name} has no room for another listener`,
      why: `a Gateway has at most ${MAX_LISTENERS} listeners, and ${title} reads no ListenerSets, which could add more`,
      fix: 'make a second GatewayApi, with a Gateway of another name, for the other ports',
      see,
    });
  }
  const taken = new Set(holders.filter(({ kind, namespace }) => kind === 'ListenerSet' && namespace === routeNamespace).map(({ name }) => name));
  let index = 0;
  while (taken.has(listenerSetName(target, index))) index += 1;
  return { kind: 'ListenerSet', namespace: routeNamespace, name: listenerSetName(target, index), listeners: [], capacity: MAX_LISTENERS };
}

function rejectMixed(forward: Forward, byPort: ReadonlyMap<string, readonly [Holder, HeldListener]>): void {
  const { listenPort, protocol } = forward;
  const other = rivalsOf(protocol).map((candidate) => byPort.get(`${listenPort}/${candidate}`)).find((found) => found !== undefined);
  if (!other) return;
  const [holder, listener] = other;
  reject({
    fact: `${listenerOf(forward)} is taken by the ${listener.protocol} listener "${listener.name}" of ${holder.kind} ${holder.namespace}/${holder.name}`,
    why: 'the controller accepts neither of two listeners that read different things from one port (ProtocolConflict)',
    fix: 'use another listenPort',
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  });
}
