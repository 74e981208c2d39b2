/** What to do where the target cannot say exactly what is asked. */
export enum WhenInexact {
  /** Refuse, and say what the nearest would do otherwise. */
  REFUSE = 'refuse',
  /** Use the nearest, where there is one; what it does otherwise is told by `rendering`. */
  ACCEPT_NEAREST = 'accept-nearest',
}
