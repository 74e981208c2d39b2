import { isAtLeast, type Severity } from '../findings/severity';

/** Which findings make `cdk8s synth` fail. */
export enum FailOn {
  /** What is certainly broken. */
  ERROR = 'error',
  /** Warnings too. */
  WARNING = 'warning',
  /** Everything that is found. */
  INFO = 'info',
  /** Nothing: errors and warnings are printed only. */
  NOTHING = 'nothing',
}

/** Whether a finding of that severity fails. */
export function fails(severity: Severity, failOn: FailOn = FailOn.ERROR): boolean {
  return failOn !== FailOn.NOTHING && isAtLeast(severity, failOn);
}
