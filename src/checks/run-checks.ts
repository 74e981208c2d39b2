import type { Check, Problem } from './check';
import type { CannotTell, Finding } from '../findings/finding';
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

/** Runs checks over a network. */
export function runChecks(checks: readonly Check[], network: Network): CheckResults {
  const results: CheckResults = { findings: [], cannotTell: [], crashed: [] };
  for (const check of checks) runCheck(check, network, results);
  return results;
}

function runCheck(check: Check, network: Network, results: CheckResults): void {
  try {
    for (const verdict of check.run(network)) {
      if ('cannotTell' in verdict) results.cannotTell.push({ check: check.name, object: verdict.object, reason: verdict.cannotTell });
      else results.findings.push(findingOf(check, verdict));
    }
  } catch (error) {
    results.crashed.push({ check: check.name, error: error as Error });
  }
}

function findingOf(check: Check, problem: Problem): Finding {
  const { name, severity, why, see } = check;
  const finding: Finding = { check: name, severity, why, see, related: [], ...problem };
  const isCertain = !check.isClusterWide || finding.related.every((other) => areAppliedTogether(finding.object, other));
  return isCertain || finding.severity !== 'error' ? finding : { ...finding, severity: 'warning', why: `if both go to one cluster: ${finding.why}` };
}
