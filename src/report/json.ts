import type { Report } from './report';
import type { Finding } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { pathText } from '../kube/field';
import { nodeText, type ObjectNode } from '../model/object-node';

/** Raised when a field changes its meaning or goes away; new fields may come at any time. */
export const SCHEMA_VERSION = 1;

/** A report for programs; docs/report.md describes it. */
export function renderJson(report: Report): string {
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    findings: report.findings.map(findingJson),
    suppressed: report.suppressed.map((finding) => ({ ...findingJson(finding), reason: finding.acceptedBy.reason })),
    cannotTell: report.cannotTell.map(({ check, object, reason }) => ({ check, object: objectJson(object), reason })),
    unreadable: report.unreadable,
    crashed: report.crashed.map(({ check, error }) => ({ check, message: error.message })),
    ignoreFaults: report.ignoreFaults.map(faultJson),
    unusedSuppressions: report.unusedSuppressions.map(({ check, object, constructPath, reason }) => ({ check, object, constructPath, reason })),
    summary: { ...report.set, ...countsOf(report.findings) },
  }, undefined, 2);
}

function findingJson(finding: Finding): Record<string, unknown> {
  const { check, severity, object, path, fact, why, fix, see, related } = finding;
  return {
    check,
    severity,
    object: objectJson(object),
    message: `${nodeText(object)} ${fact}`,
    at: pathText(path),
    why,
    fix,
    see,
    location: locationJson(object, path),
    related: related.map((other) => ({ ...objectJson(other), location: locationJson(other, []) })),
    constructPath: object.origin.constructPath,
    fingerprint: fingerprintOf(finding),
  };
}

function faultJson({ object, path, fact, fix }: Report['ignoreFaults'][number]): Record<string, unknown> {
  return {
    object: objectJson(object),
    message: `${nodeText(object)} ${fact}`,
    at: pathText(path),
    fix,
    location: locationJson(object, path),
    constructPath: object.origin.constructPath,
  };
}

function objectJson({ apiVersion, kind, namespace, name }: ObjectNode): Record<string, string> {
  return { apiVersion, kind, namespace, name };
}

function locationJson({ origin }: ObjectNode, path: Finding['path']): Record<string, unknown> | undefined {
  return origin.file === undefined ? undefined : { file: origin.file, ...origin.placeOf(path) };
}

function countsOf(findings: readonly Finding[]): Record<string, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  findings.forEach(({ severity }) => counts[severity] += 1);
  return counts;
}
