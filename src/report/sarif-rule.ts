import { LEVELS } from './sarif-level';
import type { SarifTool } from './sarif-tool';
import type { Check } from '../checks/check';
import { IGNORE_PREFIX } from '../findings/ignore-annotation';
import type { Severity } from '../findings/severity';

/** How often a finding of a check is true, and how GitHub ranks it: an error is certain. */
const RANKS: Readonly<Record<Severity, object>> = {
  error: { 'precision': 'very-high', 'problem.severity': 'error' },
  warning: { 'precision': 'high', 'problem.severity': 'warning' },
  info: { 'precision': 'medium', 'problem.severity': 'recommendation' },
};

/**
 * A check as a rule of SARIF, with what GitHub shows of it.
 *
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function sarifRule({ name, summary, why, see, severity }: Check, { documentationUrl }: SarifTool): object {
  const page = documentationUrl(`checks/${name}.md`);
  const effect = `In the cluster: ${why}.`;
  const annotation = `${IGNORE_PREFIX}${name}`;
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${effect}` },
    helpUri: page,
    help: {
      text: `${summary} ${effect} An incorrect and a correct manifest: ${page}. Source: ${see}. Where it is right for an object, annotate the object with ${annotation} and the reason.`,
      markdown: `${summary}\n\n${effect}\n\n[An incorrect and a correct manifest](${page}) · [Source](${see})\n\nWhere it is right for an object, say so on the object:\n\n\`\`\`yaml\nmetadata:\n  annotations:\n    ${annotation}: why it is right here\n\`\`\`\n`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { ...RANKS[severity], tags: ['kubernetes', 'network'] },
  };
}
