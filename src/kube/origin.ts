import type { FieldPath } from './field';

/** A position in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where an object was written. */
export interface Origin {
  /** The file or URL as the user named it, "-" for standard input. */
  readonly file?: string;
  /** The construct that made it. */
  readonly constructPath?: string;
  /** The position of a field, or of the nearest one above it that is there. */
  readonly placeOf: (path: FieldPath) => Place | undefined;
}
