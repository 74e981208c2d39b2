import type { Report } from './report';
import { notes, placeText, renderFinding } from './text';
import type { Check } from '../checks/check';
import type { Finding } from '../findings/finding';

/** A report in the form that continuous integration shows as test results: a test case for each check. */
export function renderJunit(report: Report, checks: readonly Check[]): string {
  const { findings, crashed, unreadable, set } = report;
  const remarks = notes({ ...report, unreadable: [], crashed: [] });
  const errors = [
    ...unreadable.map(({ file, line, column, reason }) => errorCase('not read', `${file}:${line}:${column}`, reason)),
    ...crashed.map(({ check, error }) => errorCase('defect of ours', check, error.message)),
  ];
  const byCheck = new Map<string, Finding[]>(checks.map(({ name }) => [name, []]));
  findings.forEach((finding) => byCheck.get(finding.check)?.push(finding));
  const failed = checks.filter(({ name }) => byCheck.get(name)?.some(fails)).length;
  const counts = `tests="${checks.length + errors.length}" failures="${failed}" errors="${errors.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-l4" ${counts}>`,
    `  <testsuite name="Kubernetes ${set.kubernetesVersion}" ${counts}>`,
    ...checks.flatMap(({ name, summary }) => testCase(name, summary, byCheck.get(name) ?? [])),
    ...errors,
    ...remarks.length > 0 ? [`    <system-err>${escape(remarks.join('\n'))}</system-err>`] : [],
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

function errorCase(kind: string, name: string, message: string): string {
  return `    <testcase classname="${kind}" name="${escape(name)}"><error message="${escape(message)}"/></testcase>`;
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
