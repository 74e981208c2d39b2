import { isNot } from './shown';
import { oneOf } from '../problems/one-of';
import { reject } from '../problems/rejection';

/** A parser for the values of an enum: the compiler checks them in TypeScript, nobody does in plain JavaScript. */
export function choiceOf<T extends string>(enumName: string, members: Readonly<Record<string, T>>, see: string): (value: T) => T {
  const values = Object.values(members);
  return (value) => values.includes(value) ? value : reject({
    fact: isNot(value, `${/^[AEIOU]/.test(enumName) ? 'an' : 'a'} ${enumName}`),
    why: `it is one of ${oneOf(values)}; the API server refuses anything else`,
    fix: `use ${enumName}.${nearestMember(members, value)}`,
    see,
  });
}

function nearestMember(members: Readonly<Record<string, string>>, value: unknown): string {
  const names = Object.keys(members);
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const given = typeof value === 'string' ? letters(value) : '';
  return names.find((name) => given !== '' && letters(members[name]).startsWith(given)) ?? names[0];
}
