/** How sure it is that something does not work. */
export enum FindingSeverity {
  /** Certainly broken: everything that the fact depends on is known. */
  ERROR = 'error',
  /** Broken under conditions that are usual. */
  WARNING = 'warning',
  /** Worth knowing. */
  INFO = 'info',
}
