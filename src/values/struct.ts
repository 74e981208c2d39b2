import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** Named fields, where plain JavaScript may have brought something else. */
export function parseStruct<T extends object>(value: T): T {
  return structLike<T>('the fields in braces, as the type of the field says')(value);
}

/** As `parseStruct`, with an example for those who wrote something else. */
export function structLike<T extends object>(example: string): (value: T) => T {
  return (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : reject({
    fact: isNot(value, 'an object of named fields'),
    why: 'nothing can be read from it',
    fix: `write ${example}`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/',
  });
}
