import type { Check, Doubt, Problem } from './check';
import type { CannotTell, Finding } from '../findings/finding';
import type { Severity } from '../findings/severity';
import { areAppliedTogether } from '../model/applied-together';
import type { Network } from '../model/network';

/** What all checks say of a network. */
export interface CheckResults {
  readonly findings: Finding[];
  readonly cannotTell: CannotTell[];
  /** Checks that failed: a defect of ours, and no pass. */
  readonly crashed: Crash[];
}

export interface Crash {
  readonly check: string;
  readonly error: Error;
}

/** Runs checks over a network; where only warnings or errors matter, doubts are left out. */
export function runChecks(checks: readonly Check[], network: Network, atLeast: Severity = 'info'): CheckResults {
  const results: CheckResults = { findings: [], cannotTell: [], crashed: [] };
  for (const check of checks) runCheck(check, network, { ...results, cannotTell: atLeast === 'info' ? results.cannotTell : undefined });
  return results;
}

function runCheck(check: Check, network: Network, { findings, cannotTell, crashed }: Wanted): void {
  try {
    for (const verdict of check.run(network)) {
      if ('cannotTell' in verdict) cannotTell?.push(cannotTellOf(check, verdict));
      else findings.push(findingOf(check, verdict));
    }
    const doubts = cannotTell && check.doubts?.(network);
    for (const doubt of doubts ?? []) cannotTell?.push(cannotTellOf(check, doubt));
  } catch (error) {
    crashed.push({ check: check.name, error: error as Error });
  }
}

type Wanted = Omit<CheckResults, 'cannotTell'> & Partial<CheckResults>;

function cannotTellOf({ name: check }: Check, { object, cannotTell }: Doubt): CannotTell {
  return { check, object, reason: typeof cannotTell === 'string' ? cannotTell : cannotTell() };
}

function findingOf(check: Check, problem: Problem): Finding {
  const { name, severity, why, see } = check;
  const finding: Finding = { check: name, severity, why, see, related: [], ...problem };
  const isCertain = !check.isClusterWide || finding.related.every((other) => areAppliedTogether(finding.object, other));
  return isCertain || finding.severity !== 'error' ? finding : { ...finding, severity: 'warning', why: `if both go to one cluster: ${finding.why}` };
}
