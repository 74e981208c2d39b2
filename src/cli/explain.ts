import type { Check } from '../checks/check';

/** The page of a check, for the terminal. */
export function explain({ name, severity, summary, why, see }: Check): string {
  return [
    `${name} (${severity})`,
    '',
    summary,
    '',
    `In the cluster: ${why}.`,
    '',
    'If it is right for an object, say so on the object, with the reason:',
    '',
    '  metadata:',
    '    annotations:',
    `      cdk8s-l4/ignore.${name}: <why it is right here>`,
    '',
    `See ${see}`,
  ].join('\n');
}
