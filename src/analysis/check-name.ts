import { CHECKS } from '../checks/all';
import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';
import { similarName } from '../values/similar-name';

const NAMES = CHECKS.map(({ name }) => name);

/** The name of a check. */
export function parseCheckName(value: string): string {
  if (NAMES.includes(value)) return value;
  const near = typeof value === 'string' ? similarName(value, NAMES) ?? NAMES.find((name) => value !== '' && name.startsWith(value)) : undefined;
  return reject({
    fact: isNot(value, 'the name of a check'),
    why: 'a name that no check has would silently do nothing',
    fix: near ? `write "${near}"` : '"npx cdk8s-l4 check --list" shows the names',
    see: 'https://cdk8s.io/docs/latest/cli/synth/',
  });
}

/** The name of a check, or "*" for any. */
export function parseCheckPattern(value: string): string {
  return value === '*' ? value : parseCheckName(value);
}
