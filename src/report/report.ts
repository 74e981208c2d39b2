import type { Crash } from '../checks/run-checks';
import type { CannotTell, Finding } from '../findings/finding';
import type { IgnoreFault } from '../findings/ignore-annotation';
import type { AcceptedFinding, Suppression } from '../findings/suppression';
import type { Unreadable } from '../kube/sourced-object';

/** Everything that a run has to say, for any format. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly CannotTell[];
  /** Findings that are accepted, by annotation or configuration. */
  readonly suppressed: readonly AcceptedFinding[];
  readonly unusedSuppressions: readonly Suppression[];
  readonly ignoreFaults: readonly IgnoreFault[];
  readonly unreadable: readonly Unreadable[];
  readonly crashed: readonly Crash[];
  readonly set: ReportedSet;
}

/** What the run looked at. */
export interface ReportedSet {
  readonly kubernetesVersion: string;
  readonly objects: number;
  readonly services: number;
  readonly workloads: number;
  readonly checks: number;
}
