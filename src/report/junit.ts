import type { Report } from './report';
import { placeText, renderFinding } from './text';
import type { Check } from '../checks/check';
import type { Finding } from '../findings/finding';

/** A report in the form that continuous integration shows as test results: a test case for each check. */
export function renderJunit({ findings, crashed, set }: Report, checks: readonly Check[]): string {
  const byCheck = new Map<string, Finding[]>(checks.map(({ name }) => [name, []]));
  findings.forEach((finding) => byCheck.get(finding.check)?.push(finding));
  const failed = checks.filter(({ name }) => byCheck.get(name)?.some(fails)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-l4" tests="${checks.length}" failures="${failed}" errors="${crashed.length}">`,
    `  <testsuite name="Kubernetes ${set.kubernetesVersion}" tests="${checks.length}" failures="${failed}" errors="${crashed.length}">`,
    ...checks.flatMap(({ name, summary }) => testCase(name, summary, byCheck.get(name) ?? [])),
    ...crashed.map(({ check, error }) => `    <testcase classname="defect of ours" name="${escape(check)}"><error message="${escape(error.message)}"/></testcase>`),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(name: string, summary: string, findings: readonly Finding[]): string[] {
  const failures = findings.filter(fails).map((finding) =>
    `      <failure type="${finding.severity}" message="${escape(placeText(finding.object, finding.path))}">${escape(renderFinding(finding))}</failure>`);
  const open = `    <testcase classname="${escape(summary)}" name="${escape(name)}"`;
  return failures.length > 0 ? [`${open}>`, ...failures, '    </testcase>'] : [`${open}/>`];
}

function fails({ severity }: Finding): boolean {
  return severity !== 'info';
}

function escape(text: string): string {
  // XML 1.0 has no place for other control characters, not even escaped.
  // eslint-disable-next-line no-control-regex
  const printable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?');
  return printable.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
