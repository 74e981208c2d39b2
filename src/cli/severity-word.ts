import { documentationUrl } from './package-manifest';
import type { Severity } from '../findings/severity';
import { oneOf } from '../problems/one-of';
import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';
import { similarName } from '../values/similar-name';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The severity from which on findings make a run fail. */
export function parseSeverity(value: unknown): Severity {
  return SEVERITIES.find((severity) => severity === value) ?? reject({
    fact: isNot(value, 'a severity'),
    why: `it is one of ${oneOf(SEVERITIES)}`,
    fix: `write ${meant(String(value)) ?? oneOf(SEVERITIES)}`,
    see: documentationUrl('command-line.md#options'),
  });
}

/** `warn`, `Error`, `warnings` */
function meant(text: string): Severity | undefined {
  const word = text.toLowerCase();
  return SEVERITIES.find((severity) => word.length > 2 && (severity.startsWith(word) || word.startsWith(severity)))
    ?? SEVERITIES.find((severity) => severity === similarName(word, SEVERITIES));
}
