import type { Outcome } from './outcome';

/** How many objects were applied, and what came of them. */
export class Tally {
  accepted = 0;
  refused = 0;
  warnings = 0;

  of(outcome: Outcome): Outcome {
    if (outcome.accepted) this.accepted += 1;
    else this.refused += 1;
    this.warnings += outcome.warnings.length;
    return outcome;
  }
}
