import { ingressNginxStreams, isIngressNginx, streamEntries, type PlacedStreamEntry, type StreamEntryNode, type StreamMap } from './stream-controllers';
import { meantValue } from '../../data-planes/ingress-nginx/meant-value';
import { isInteger } from '../../data-planes/ingress-nginx/stream-entry';
import type { Network } from '../../model/network';
import { isPort } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { shown } from '../../values/shown';
import type { Check, Problem } from '../check';

/** An entry of the controller's ConfigMap is not written as the controller reads it. */
export const tcpBadGrammar: Check = {
  name: 'tcp-bad-grammar',
  severity: 'error',
  summary: 'An entry of ingress-nginx is not written as "port": "namespace/service:port[:PROXY][:PROXY]".',
  why: 'the controller skips the entry with a warning in its log, and the port stays closed',
  see: 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go',
  * run(network) {
    for (const entry of streamEntries(network)) {
      if (!isIngressNginx(entry.stream) || isPlain(entry)) continue;
      const found = badKey(entry) ?? outOfRange(entry) ?? badValue(entry, network) ?? ignoredWord(entry, entry.map);
      if (found) yield { object: entry.map.configMap, ...found };
    }
    for (const { maps } of ingressNginxStreams(network)) {
      for (const map of maps) yield* sameNumbers(map);
    }
  },
};

type Found = Omit<Problem, 'object'>;

/** Nearly all entries are as they should be, which is told at first sight. */
function isPlain({ forward, value }: StreamEntryNode): boolean {
  return forward !== undefined && isPort(forward.listenPort) && /^[^\s/:]+\/[^\s/:]+:[^\s:]+$/.test(value);
}

const FREEZES = 'nginx refuses its whole configuration: from then on no change of any entry or Ingress takes effect';

function badKey({ key, value, path }: StreamEntryNode): Found | undefined {
  if (isInteger(key)) return undefined;
  const meant = [/^\D*(\d{1,5})\D*$/.exec(key)?.[1], value.split(':')[1]].find((number) => isPort(Number(number)));
  return { path, fact: `has the key ${shown(key)}, which is not a port number`, fix: meant ? `write "${meant}" as the key` : 'write the number of the port as the key, for example "5432"' };
}

function outOfRange({ key, path }: StreamEntryNode): Found | undefined {
  const port = Number(key);
  if (port >= 1 && port <= 65535) return undefined;
  return { path, fact: `opens port ${key}, which is not between 1 and 65535`, why: FREEZES, fix: 'use a port from 1 to 65535 as the key' };
}

function badValue({ key, value, path, forward, map }: PlacedStreamEntry, network: Network): Found | undefined {
  const [service, port = ''] = value.split(':');
  if (forward && port !== '' && service.split('/').every((part) => part !== '')) return undefined;
  const meant = meantValue({ key, value, protocol: map.protocol }, network);
  return {
    path,
    fact: `sends port ${path[1]} to ${shown(value)}, ${/\s/.test(value) ? 'which has a space or a line break in it' : 'which is not "namespace/service:port"'}`,
    fix: `write ${meant.isCertain ? '' : '"namespace/service:port", for example '}${shown(meant.value)}`,
    ...(/\s/.test(value) ? { why: 'the controller trims nothing, looks for a Service or port of that very name, and skips the entry' } : {}),
  };
}

function ignoredWord({ value, path }: StreamEntryNode, { protocol }: StreamMap): Found | undefined {
  const [, , ...words] = value.split(':');
  const [word] = words.filter((candidate) => candidate !== '' && candidate.toUpperCase() !== 'PROXY');
  if (protocol === Protocol.UDP || (word === undefined && words.length <= 2)) return undefined;
  return {
    path,
    severity: 'warning',
    fact: word === undefined ? `has ${words.length} words behind the port in ${shown(value)}` : `has the word ${shown(word)} in ${shown(value)}`,
    why: word === undefined
      ? 'the controller sends a PROXY header to the backend only where there are exactly two words'
      : 'the only word that the controller knows there is PROXY; it ignores any other, so no PROXY header is read or sent',
    fix: `write "${value.split(':').slice(0, 2).join(':')}:PROXY" if clients send a PROXY header, or end the value behind the port`,
  };
}

function* sameNumbers({ configMap, entries }: StreamMap): Iterable<Problem> {
  const byNumber = new Map<number, string>();
  for (const { key, path } of entries.filter((entry) => isInteger(entry.key))) {
    const other = byNumber.get(Number(key));
    byNumber.set(Number(key), other ?? key);
    if (other === undefined) continue;
    yield {
      object: configMap, path, fact: `opens port ${Number(key)} twice: by the keys "${other}" and "${key}"`, why: FREEZES, fix: `remove one of the keys "${other}" and "${key}"`,
    };
  }
}
