import type { Fault } from '../problems/problem';
import { Rejection } from '../problems/rejection';

/** What a parser finds wrong with a value of a manifest, or `undefined` where nothing. */
export function faultOf<V>(parser: (value: V) => unknown, value: unknown): Fault | undefined {
  try {
    parser(value as V);
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error.fault;
    throw error;
  }
}
