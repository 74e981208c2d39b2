import { nextFreePort } from '../../model/forward';
import {
  gatewaysOf, listenerSetsOf, listenerSetsUnder, listenerText, withListeners, type GatewayListenerNode, type GatewayNode,
} from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import { admitsSet } from '../../model/listener-set-admission';
import type { Network } from '../../model/network';
import { groupOf, isHelmHook, nodeText } from '../../model/object-node';
import { cannotShare, rivalsOf } from '../../model/port-sharing';
import type { Check, Problem } from '../check';

/** Two listeners of a Gateway want the same name or port. */
export const gatewayListenerConflict: Check = {
  name: 'gateway-listener-conflict',
  severity: 'error',
  summary: 'Two listeners of a Gateway have the same name, or the same port with protocols that cannot share it.',
  why: 'the API server refuses the Gateway: names, and port with protocol and hostname, must be unique',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#listener',
  * run(network) {
    for (const gateway of [...gatewaysOf(network), ...listenerSetsOf(network)]) {
      if (!gateway.isReadable || isHelmHook(gateway)) continue;
      yield* repeated(gateway, ({ name }) => name).map(([first, second]) => sameName(gateway, first, second));
      yield* repeated(gateway, claimOf).map(([first, second]) => samePort(gateway, first, second));
      yield* mixed(gateway);
    }
    for (const gateway of gatewaysOf(network)) yield* takenBefore(gateway, network);
  },
};

/** The Gateway has a port before its ListenerSets. */
function takenBefore(gateway: GatewayNode, network: Network): Problem[] {
  if (!gateway.isReadable || isHelmHook(gateway) || withListeners(network, { ...gateway, group: groupOf(gateway) }).length > 1) return [];
  const sets = listenerSetsUnder(gateway, network).filter((set) => set.isReadable && !isHelmHook(set) && admitsSet(gateway, set, network) === 'taken');
  const own = new Map(gateway.listeners.map((listener) => [claimOf(listener), listener]));
  return sets.flatMap((set) => set.listeners.flatMap((listener): Problem[] => {
    const first = own.get(claimOf(listener));
    return first === undefined ? [] : [{
      object: set,
      path: [...listener.path, 'port'],
      fact: `adds the listener ${listenerText(listener)} to ${nodeText(gateway)}, which has the port itself, as ${listenerText(first)}`,
      fix: `give "${listener.name}" another port, for example ${freePort({ ...gateway, listeners: [...gateway.listeners, ...set.listeners] }, listener)}, or attach its routes to "${first.name}" of ${nodeText(gateway)}`,
      why: 'a Gateway goes before its ListenerSets: the listener of the set is Conflicted and serves nothing',
      related: [gateway],
    }];
  }));
}

function claimOf({ port, protocol, hostname }: GatewayListenerNode): string {
  return `${port}/${protocol}/${hostname}`;
}

type Pair = readonly [GatewayListenerNode, GatewayListenerNode];

function repeated({ listeners }: GatewayNode, keyOf: (listener: GatewayListenerNode) => string): Pair[] {
  return [...groupedBy(listeners, keyOf).values()].flatMap(([first, ...others]) => others.map((other): Pair => [first, other]));
}

function sameName(gateway: GatewayNode, first: GatewayListenerNode, second: GatewayListenerNode): Problem {
  return {
    object: gateway,
    path: [...second.path, 'name'],
    fact: `has two listeners "${second.name}": ${first.port}/${first.protocol} and ${second.port}/${second.protocol}`,
    fix: `rename the second, for example to ${freeName(gateway, second)}`,
  };
}

function freeName({ listeners }: GatewayNode, { protocol, port }: GatewayListenerNode): string {
  const taken = new Set(listeners.map(({ name }) => name));
  const wanted = `${protocol.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${port}`;
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

function samePort(gateway: GatewayNode, first: GatewayListenerNode, second: GatewayListenerNode): Problem {
  return {
    object: gateway,
    path: [...second.path, 'port'],
    fact: `has two listeners for ${second.port}/${second.protocol}${second.hostname === '' ? '' : ` and ${second.hostname}`}: "${first.name}" and "${second.name}"`,
    fix: `give "${second.name}" another port, for example ${freePort(gateway, second)}, or remove it and attach its routes to "${first.name}"`,
  };
}

function freePort({ listeners }: GatewayNode, { port = 0 }: GatewayListenerNode): number {
  const taken = new Set(listeners.map((listener) => listener.port));
  return nextFreePort(port, (candidate) => taken.has(candidate));
}

/** Listeners that read different things at the start of a connection cannot tell which of them it is for. */
function mixed(gateway: GatewayNode): Problem[] {
  const streams = gateway.listeners.filter(({ protocol }) => rivalsOf(protocol).length > 0);
  return [...groupedBy(streams, ({ port }) => port).values()].flatMap((group) => {
    const first = group.find(({ protocol }) => protocol === 'TCP') ?? group[0];
    const other = group.find(({ protocol }) => cannotShare(protocol, first.protocol));
    if (other === undefined) return [];
    const moved = first.protocol === 'TCP' ? first : other;
    return [{
      object: gateway,
      path: [...moved.path, 'port'],
      fact: `has two listeners on port ${other.port} whose protocols cannot share it: ${listenerText(first)} and ${listenerText(other)}`,
      fix: `give "${moved.name}" another port, for example ${freePort(gateway, moved)}`,
      why: 'the controller accepts neither of them: both are Conflicted (ProtocolConflict)',
      ...first.protocol === 'TCP' ? {} : UNUSUAL,
    }];
  });
}

const UNUSUAL = {
  severity: 'warning',
  why: 'most controllers mark both as Conflicted (ProtocolConflict) and serve neither: one port speaks plain text or TLS, not both',
} as const;
