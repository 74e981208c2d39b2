import type { TopologyKey } from './topology-key';
import { constantFor } from './unknown-label';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';

const SEE = 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution';
// https://github.com/kubernetes/kubernetes/blob/v1.20.0/pkg/apis/core/types.go
const MOST_KEYS = 16;

/** The keys in order, each of them once and nothing behind the last resort; `undefined` after noting what is wrong. */
export function parseKeys(prefer: readonly TopologyKey[], problems: Problems): readonly TopologyKey[] | undefined {
  const list = problems.parse('prefer', parseOrder, prefer);
  const keys = list?.map((key, index) => problems.parse(`prefer[${index}]`, parseKey, key)).filter((key) => key !== undefined);
  if (!list || keys?.length !== list.length) return undefined;
  const misplaced = keys.map((key, index) => misplacement(key, index, keys));
  misplaced.forEach((fault, index) => fault && problems.add(`prefer[${index}]`, fault));
  return misplaced.some((fault) => fault) ? undefined : keys;
}

/** Keys as they stand in code. */
export function spelled(keys: readonly TopologyKey[]): string {
  return `[${keys.map(({ _constant }) => `TopologyKey.${_constant}`).join(', ')}]`;
}

function parseOrder(prefer: readonly TopologyKey[]): readonly TopologyKey[] {
  if (!Array.isArray(prefer)) return reject(notAList(prefer));
  if (prefer.length <= MOST_KEYS) return prefer;
  return reject({
    fact: `${prefer.length} keys are more than ${MOST_KEYS}`,
    why: `the API server takes at most ${MOST_KEYS} topologyKeys, and no key is tried twice`,
    fix: `name each key once: prefer: ${spelled(distinct(prefer.filter(isKey)))}`,
    see: SEE,
  });
}

function notAList(prefer: unknown): Fault {
  const only = isKey(prefer) ? prefer._constant : constantFor(prefer);
  return {
    fact: isKey(prefer) ? `TopologyKey.${only} is one key and not a list` : isNot(prefer, 'a list of topology keys'),
    why: 'the keys are tried in the order of the list',
    fix: `write prefer: [${only ? `TopologyKey.${only}` : 'TopologyKey.ZONE, TopologyKey.ANY'}]`,
    see: SEE,
  };
}

function parseKey(key: TopologyKey): TopologyKey {
  if (isKey(key)) return key;
  return reject({
    fact: isNot(key, 'a TopologyKey'),
    why: 'text is not checked, and a label with a slip in it matches no Pod',
    fix: `use TopologyKey.${constantFor(key) ?? 'HOSTNAME, ZONE, REGION or ANY'}`,
    see: SEE,
  });
}

function isKey(key: unknown): key is TopologyKey {
  return typeof key === 'object' && key !== null && '_tier' in key;
}

function misplacement(key: TopologyKey, index: number, keys: readonly TopologyKey[]): Fault | undefined {
  const first = keys.findIndex(({ label }) => label === key.label);
  if (first < index) return repeated(key, first, index);
  return key.label === '*' && index < keys.length - 1 ? notLast(key, keys) : undefined;
}

function repeated({ _constant }: TopologyKey, first: number, index: number): Fault {
  return {
    fact: `TopologyKey.${_constant} is already prefer[${first}]`,
    why: 'it would try the same Pods again; the API server refuses a topology key twice',
    fix: `leave prefer[${index}] out`,
    see: SEE,
  };
}

function notLast(any: TopologyKey, keys: readonly TopologyKey[]): Fault {
  return {
    fact: 'TopologyKey.ANY is not the last key',
    why: 'it stands for every Pod, so that nothing is left for the keys after it; the API server refuses it elsewhere',
    fix: `move it to the end: prefer: ${spelled([...distinct(keys).filter(({ label }) => label !== any.label), any])}`,
    see: SEE,
  };
}

function distinct(keys: readonly TopologyKey[]): TopologyKey[] {
  return keys.filter(({ label }, index) => keys.findIndex((key) => key.label === label) === index);
}
