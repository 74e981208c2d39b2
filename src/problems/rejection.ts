import type { Fault } from './problem';

/** Thrown by a parser; `Problems.parse` turns it into a problem with a place. */
export class Rejection extends Error {
  constructor(readonly fault: Fault) {
    super(fault.fact);
  }
}

/** Refuses the value that is being parsed. */
export function reject(fault: Fault): never {
  throw new Rejection(fault);
}
