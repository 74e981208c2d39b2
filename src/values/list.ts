import { isNot, shown } from './shown';
import { reject } from '../problems/rejection';

/** A list, where plain JavaScript may have brought one element alone. */
export function parseList<T>(value: readonly T[]): readonly T[] {
  if (Array.isArray(value)) return value;
  return reject({
    fact: isNot(value, 'a list'),
    why: 'the field takes several values',
    fix: value === undefined || value === null ? 'give a list, or leave the field out where it is optional' : `put it in brackets: [${shown(value)}]`,
    see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  });
}
