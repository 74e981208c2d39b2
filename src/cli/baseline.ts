import { readFileSync } from 'fs';
import { UsageError } from './usage-error';
import type { Finding } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { listAt, textAt } from '../kube/field';

/** The findings that an earlier report, written with `--format json`, does not have. */
export function newSince(file: string, findings: readonly Finding[]): Finding[] {
  const known = new Set(listAt(parseReport(file), 'findings').map((finding) => textAt(finding, 'fingerprint')));
  return findings.filter((finding) => !known.has(fingerprintOf(finding)));
}

function parseReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`the baseline ${file} cannot be read: ${(error as Error).message}; write one with "--format json=${file}"`);
  }
}
