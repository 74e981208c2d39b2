import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** `true` or `false`, and nothing that JavaScript would take for one of them. */
export function parseFlag(value: boolean): boolean {
  if (typeof value === 'boolean') return value;
  return reject({
    fact: isNot(value, 'a boolean'),
    why: 'any text counts as true in JavaScript, "false" too',
    fix: `write ${SAYS_NO.includes(value) ? 'false' : 'true'}, without quotes`,
    see: 'https://developer.mozilla.org/en-US/docs/Glossary/Truthy',
  });
}

const SAYS_NO: readonly unknown[] = ['false', 'no', 'off', '0', '', 0, null];
