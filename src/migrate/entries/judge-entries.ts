import { FORWARD_RULES } from './all';
import { portOf } from './backend-rules';
import type { Surroundings } from './entry-rule';
import { TEXT_RULES } from './text-rules';
import { parseEntry } from '../../data-planes/ingress-nginx/stream-entry';
import { listenerOf, type Forward } from '../../model/forward';
import type { Network } from '../../model/network';
import { shown } from '../../values/shown';
import type { InputEntry } from '../input/installation';
import type { Loss, LossFault } from '../loss';

/** What becomes of the entries: each one has forwards, or a loss. */
export interface Judgement {
  readonly routed: readonly RoutedEntry[];
  readonly losses: readonly Loss[];
}

/** An entry, and what clients of the Gateway are led to: one forward for each port that leads there today. */
export interface RoutedEntry {
  readonly entry: InputEntry;
  /** What the entry says itself. */
  readonly said: Forward;
  readonly forwards: readonly Forward[];
}

export function judgeEntries(entries: readonly InputEntry[], surroundings: Surroundings): Judgement {
  const { network } = surroundings;
  const winners = winnersOf(entries, network);
  const taken = new Set<string>();
  const routed: RoutedEntry[] = [];
  const losses: Loss[] = [];
  for (const entry of entries) {
    const fault = textFault(entry, network) ?? twice(entry, winners);
    const found = fault ?? forwardsOf(entry, surroundings, taken);
    if ('forwards' in found) {
      found.forwards.forEach((forward) => taken.add(listenerOf(forward)));
      routed.push(found);
    } else {
      losses.push(entryLoss(entry, found));
    }
  }
  return { routed, losses };
}

/** A loss of an entry as a whole. */
export function entryLoss(entry: InputEntry, fault: LossFault): Loss {
  const { subject, at, location, protocol, key, value } = entry;
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return { ...fault, fact: `${entryText(entry)} ${fault.fact}`, subject, at, ...location && { location }, entry: { protocol, key, value: text } };
}

/** `"5432": "shop/orders:5432"` */
export function entryText({ key, value }: Pick<InputEntry, 'key' | 'value'>): string {
  return `${shown(key)}: ${shown(value)}`;
}

function textFault(entry: InputEntry, network: Network): LossFault | undefined {
  for (const rule of TEXT_RULES) {
    const fault = rule(entry, network);
    if (fault) return fault;
  }
  return undefined;
}

/** Of several keys for one port, the one that is written as the port is. */
function winnersOf(entries: readonly InputEntry[], network: Network): Map<string, InputEntry> {
  const winners = new Map<string, InputEntry>();
  for (const entry of entries.filter((candidate) => textFault(candidate, network) === undefined)) {
    const other = winners.get(portText(entry));
    if (!other || (isPlain(entry) && !isPlain(other))) winners.set(portText(entry), entry);
  }
  return winners;
}

function twice(entry: InputEntry, winners: ReadonlyMap<string, InputEntry>): LossFault | undefined {
  const winner = winners.get(portText(entry));
  if (winner === undefined || winner === entry) return undefined;
  return {
    name: 'entry-twice',
    severity: 'warning',
    fact: `opens the port of ${entryText(winner)} once more`,
    why: 'nginx refuses a configuration with two listeners on one port; one port leads to one Service',
    fix: `remove one of the two entries; the route is the one of ${shown(winner.key)}`,
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
}

function portText({ protocol, key }: InputEntry): string {
  return `${Number(key)}/${protocol}`;
}

function isPlain({ key }: InputEntry): boolean {
  return `${Number(key)}` === key;
}

function forwardsOf(entry: InputEntry, surroundings: Surroundings, taken: ReadonlySet<string>): RoutedEntry | LossFault {
  const said = parseEntry({ key: entry.key, value: entry.value as string }, entry.protocol) as Forward;
  for (const rule of FORWARD_RULES) {
    const fault = rule(said, surroundings);
    if (fault) return fault;
  }
  const forwards = surroundings.clientPorts(said).map((listenPort) => carried({ ...said, listenPort }, surroundings));
  const free = forwards.filter((forward) => !taken.has(listenerOf(forward)));
  return free.length > 0 ? { entry, said, forwards: free } : portTaken(forwards[0]);
}

/** What the Gateway is asked for: the number of the Service's port, and the PROXY header only where it can be read. */
function carried(forward: Forward, { network, target }: Surroundings): Forward {
  const { backend } = forward;
  const service = network.service(backend.namespace, backend.name);
  const servicePort = (service && portOf(forward, service)) ?? backend.servicePort;
  const canRead = target.implementation.supports['PROXY protocol from clients'].supported;
  return { ...forward, backend: { ...backend, servicePort }, acceptProxyProtocol: forward.acceptProxyProtocol && canRead };
}

function portTaken(forward: Forward): LossFault {
  return {
    name: 'entry-twice',
    severity: 'warning',
    fact: `is reached on ${listenerOf(forward)}, where another entry is reached already`,
    why: 'one port leads to one Service',
    fix: 'let the Service of the controller lead there from another port, and run again',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
}
