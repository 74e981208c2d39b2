import { RETIRED_CHECKS } from './retired-checks';
import { CHECKS } from '../checks/all';
import { oneOf } from '../problems/one-of';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseList } from '../values/list';
import { isNot } from '../values/shown';
import { similarName } from '../values/similar-name';

const NAMES = CHECKS.map(({ name }) => name);

/** The name of a check; for one that is retired, the name of what finds the same now. */
export function parseCheckName(value: string): string {
  const name = RETIRED_CHECKS.get(value) ?? value;
  if (NAMES.includes(name)) return name;
  const near = typeof value === 'string' ? nearestNames(value) : [];
  return reject({
    fact: isNot(value, 'the name of a check'),
    why: 'a name that no check has would silently do nothing',
    fix: near.length > 0 ? `write ${oneOf(near)}` : '"npx cdk8s-l4 check --list" shows the names',
    see: 'https://cdk8s.io/docs/latest/cli/synth/',
  });
}

/** The name of a check, or "*" for any. */
export function parseCheckPattern(value: string): string {
  return value === '*' ? value : parseCheckName(value);
}

/** The names of checks, as far as each is one. */
export function parseCheckNames(at: string, names: readonly string[] | undefined, problems: Problems): string[] | undefined {
  return problems.parseOptional(at, parseList<string>, names)?.flatMap((name, index) => problems.parse(`${at}[${index}]`, parseCheckName, name) ?? []);
}

const SHOWN = 3;

/** A word that so many names have tells nothing. */
const AS_GOOD_AS_ANY = 8;

/** The name that was mistyped, else those that share the most words with it. */
function nearestNames(value: string): readonly string[] {
  const mistyped = similarName(value, NAMES);
  if (mistyped !== undefined) return [mistyped];
  const words = new Set(value.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== ''));
  const shared = (name: string) => [...new Set(name.split('-'))].filter((word) => words.has(word)).length;
  const most = Math.max(...NAMES.map(shared));
  const nearest = most === 0 ? [] : NAMES.filter((name) => shared(name) === most);
  return nearest.length > AS_GOOD_AS_ANY ? [] : nearest.slice(0, SHOWN);
}
