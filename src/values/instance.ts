import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** A class of this library whose instances stand for a choice. */
export interface InstanceKind {
  readonly className: string;
  /** A member that every instance has. */
  readonly member: string;
  readonly why: string;
  readonly fix: string;
  readonly see: string;
}

/** A parser for the instances of a class: told by a member, because an app may hold two copies of this library. */
export function instanceOf<T extends object>({ className, member, ...fault }: InstanceKind): (value: T) => T {
  return (value) => typeof value === 'object' && value !== null && member in value
    ? value
    : reject({ fact: isNot(value, `${/^[AEIOU]/.test(className) ? 'an' : 'a'} ${className}`), ...fault });
}
