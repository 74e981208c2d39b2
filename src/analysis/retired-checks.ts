/** The checks that are no more, and what finds the same now: their names are understood for good. */
export const RETIRED_CHECKS: ReadonlyMap<string, string> = new Map();
