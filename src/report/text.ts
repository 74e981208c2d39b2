import { PLAIN, wrapped, type Layout, type Paint } from './layout';
import { printable } from './printable';
import type { Report } from './report';
import type { Finding } from '../findings/finding';
import { bySeverity, type Severity } from '../findings/severity';
import { scopeText } from '../findings/suppression';
import { pathText } from '../kube/field';
import { nodeText as nameOf, type ObjectNode } from '../model/object-node';

/** A report as a person reads it: the findings of each object together, the gravest objects first, a summary at the end. */
export function renderText(report: Report, layout: Layout = PLAIN): string {
  const groups = byObject(report.findings).map((findings) => renderObject(findings, layout));
  return [...groups, ...notes(report, layout.paint), summary(report, layout.paint)].join('\n\n');
}

/** A finding by itself. */
export function renderFinding(finding: Finding): string {
  return [
    `${finding.severity} ${finding.check}: ${nodeText(finding.object)} ${printable(finding.fact)}`,
    ...details(finding, PLAIN),
  ].join('\n');
}

/** `deploy.yaml:12:5`, or the path of the construct. */
export function placeText({ origin }: ObjectNode, path: Finding['path']): string {
  const { constructPath, file, placeOf } = origin;
  if (constructPath !== undefined) return printable(constructPath);
  const place = placeOf(path);
  return printable(file && place ? `${file}:${place.line}:${place.column}` : file ?? '');
}

function renderObject(findings: readonly Finding[], layout: Layout): string {
  const [{ object }] = findings;
  return [layout.paint('strong', nodeText(object)), ...findings.map((finding) => renderUnder(finding, layout))].join('\n');
}

function renderUnder(finding: Finding, { paint, width }: Layout): string {
  const { severity, check, fact } = finding;
  const [first, ...others] = wrapped(printable(fact), width - 4, `${severity} ${check}: `.length - 2);
  return [`${paint(severity, severity)} ${paint('strong', check)}: ${first}`, ...others.map((line) => `  ${line}`), ...details(finding, { paint, width: width - 2 })]
    .map((line) => `  ${line}`.trimEnd()).join('\n');
}

const INDENT = '  why  ';

function details({ object, path, why, fix, see, related }: Finding, { paint, width }: Layout): string[] {
  const place = placeText(object, path);
  const paragraph = (label: string, text: string) => wrapped(text, width - INDENT.length)
    .map((line, index) => `${(index === 0 ? `  ${label}` : '').padEnd(INDENT.length)}${line}`);
  return [
    ...paragraph('at', `${printable(pathText(path))}${place ? `  (${place})` : ''}`),
    ...paragraph('why', printable(why)),
    ...paragraph('fix', printable(fix)),
    `  see  ${paint('faint', see)}`,
    ...related.map((other) => ({ other, at: placeText(other, []) })).filter(({ at }) => at !== '')
      .map(({ other, at }) => `       ${paint('faint', `${nodeText(other)} (${at})`)}`),
  ];
}

function byObject(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<ObjectNode['object'], Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.object.object);
    if (group) group.push(finding);
    else groups.set(finding.object.object, [finding]);
  }
  const sorted = [...groups.values()].map((group) => [...group].sort((a, b) => bySeverity(a.severity, b.severity)));
  return sorted.sort((a, b) => bySeverity(a[0].severity, b[0].severity));
}

/** What a run has to say that is no finding. */
export function notes({ unreadable, crashed, ignoreFaults, unusedSuppressions, set }: Report, paint: Paint = PLAIN.paint): string[] {
  return [
    ...unreadable.map(({ file, line, column, reason }) => `${paint('error', 'not read')} ${printable(`${file}:${line}:${column}: ${reason}`)}`),
    ...crashed.map(({ check, error }) => `${paint('error', 'defect of ours')} the check ${check} failed: ${printable(error.message)}; please report it`),
    ...(set.objects === 0 ? [`${paint('warning', 'nothing checked')} the input holds no Kubernetes object`] : []),
    ...ignoreFaults.map(({ object, path, fact, fix }) => {
      const place = placeText(object, path);
      return `${paint('warning', 'annotation')} ${nodeText(object)} ${printable(fact)}; ${printable(fix)}${place ? ` (${place})` : ''}`;
    }),
    ...unusedSuppressions.map((suppression) =>
      `${paint('warning', 'unused')} nothing was found by ${suppression.check} on ${printable(scopeText(suppression))}: remove what ignores it`),
  ];
}

/** What was found, in how many objects of what kinds, for which version. */
export function summary({ findings, cannotTell, suppressed, set }: Report, paint: Paint = PLAIN.paint): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    plural(count('error'), 'error'), plural(count('warning'), 'warning'), `${count('info')} info`,
    ...(suppressed.length > 0 ? [`${suppressed.length} accepted`] : []),
    ...(cannotTell.length > 0 ? [`${plural(cannotTell.length, 'question')} that these objects do not answer`] : []),
  ];
  const seen = `${plural(set.objects, 'object')} (${plural(set.services, 'Service')}, ${plural(set.workloads, 'workload')})`;
  return `${paint('strong', counts.join(', '))} in ${seen}, for Kubernetes ${set.kubernetesVersion}, by ${plural(set.checks, 'check')}`;
}

function nodeText(object: ObjectNode): string {
  return printable(nameOf(object));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
