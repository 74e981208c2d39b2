import { readFileSync } from 'fs';
import { UsageError } from './usage-error';
import type { Finding } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { fieldAt, listAt, textAt } from '../kube/field';
import { SCHEMA_VERSION } from '../report/json';

/** How many findings of each fingerprint are known. */
export type Baseline = ReadonlyMap<string, number>;

/** The findings of an earlier report, written with `--format json`. */
export function readBaseline(file: string): Baseline {
  const report = parseReport(file);
  const version = fieldAt(report, 'schemaVersion');
  if (typeof version !== 'number' || !Array.isArray(fieldAt(report, 'findings'))) throw unusable(file, 'it is no report of cdk8s-l4', OTHER);
  if (version !== SCHEMA_VERSION) throw unusable(file, `it has schemaVersion ${version}, and this version reads ${SCHEMA_VERSION}`, `write it anew with "--format json=${file}"`);
  const counts = new Map<string, number>();
  for (const finding of listAt(report, 'findings')) {
    const fingerprint = textAt(finding, 'fingerprint') ?? '';
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return counts;
}

/** The findings that a baseline does not have; of several on one field, those beyond as many as it has. */
export function newSince(baseline: Baseline, findings: readonly Finding[]): Finding[] {
  const left = new Map(baseline);
  return findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
}

function parseReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unusable(file, (error as Error).message, OTHER);
  }
}

const OTHER = 'name a report that "cdk8s-l4 check --format json=FILE" wrote';

function unusable(file: string, reason: string, fix: string): UsageError {
  return new UsageError(`the baseline ${file} cannot be read: ${reason}; ${fix}`);
}
