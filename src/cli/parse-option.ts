import { UsageError } from './usage-error';
import { Rejection } from '../problems/rejection';

/** The value of an option, or a message that names it. */
export function parseOption<V, T>(option: string, parser: (value: V) => T, value: V): T {
  try {
    return parser(value);
  } catch (error) {
    if (error instanceof Rejection) throw new UsageError(`${option}: ${error.fault.fact}; ${error.fault.fix}`);
    throw error;
  }
}
