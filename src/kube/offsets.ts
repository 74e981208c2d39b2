import type { FieldPath } from './field';

/** Where the values of a document stand: for a field that is not there, the nearest one above it. */
export type Offsets = (path: FieldPath) => number;
