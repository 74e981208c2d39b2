import { fails, type FailOn } from './fail-on';
import { isAtLeast } from '../findings/severity';
import type { Report } from '../report/report';
import { notes, renderFinding } from '../report/text';

/** What `cdk8s synth` fails with. */
export interface Failure {
  /** The construct that made the object, "" if there is none. */
  readonly constructPath: string;
  readonly text: string;
}

/** What `cdk8s synth` says: what it fails with, and what it only prints. */
export interface SynthesisMessages {
  readonly failures: Failure[];
  readonly printed: string[];
}

export function synthesisMessages(report: Report, failOn?: FailOn): SynthesisMessages {
  const failing = report.findings.filter(({ severity }) => fails(severity, failOn));
  const passing = report.findings.filter(({ severity }) => !fails(severity, failOn) && isAtLeast(severity, 'warning'));
  // cdk8s indents the first line of each failure.
  const failures = failing.map((finding) => ({ constructPath: finding.object.origin.constructPath ?? '', text: renderFinding(finding).replace(/\n/g, '\n  ') }));
  return { failures, printed: [...passing.map(renderFinding), ...notes(report)] };
}
