import { isAbsolute, sep } from 'path';
import { pathToFileURL } from 'url';
import type { Report } from './report';
import type { Check } from '../checks/check';
import type { Finding } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { nodeText, type ObjectNode } from '../model/object-node';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * A report for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report, checks: readonly Check[], homepage: string): string {
  const results = [
    ...report.findings.map((finding) => resultOf(finding)),
    ...report.suppressed.map((finding) => ({ ...resultOf(finding), suppressions: [suppressionOf(finding)] })),
  ];
  return JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-l4', informationUri: homepage, rules: checks.map(ruleOf) } },
      results,
      invocations: [{
        executionSuccessful: report.crashed.length === 0,
        toolExecutionNotifications: [...report.unreadable.map(notificationOf), ...report.crashed.map(defectOf)],
      }],
    }],
  }, undefined, 2);
}

function ruleOf({ name, summary, why, see, severity }: Check): Record<string, unknown> {
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} In the cluster: ${why}.` },
    helpUri: see,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(finding: Finding): Record<string, unknown> {
  const { check, severity, object, path, fact, why, fix, related } = finding;
  return {
    ruleId: check,
    level: LEVELS[severity],
    message: { text: `${nodeText(object)} ${fact}. ${capitalized(why)}. Fix: ${fix}.` },
    locations: [locationOf(object, path)],
    relatedLocations: related.map((other, id) => ({ id, message: { text: nodeText(other) }, ...locationOf(other, []) })),
    partialFingerprints: { 'checkObjectField/v1': fingerprintOf(finding) },
  };
}

function suppressionOf({ acceptedBy: { isAnnotation, reason } }: Report['suppressed'][number]): Record<string, string> {
  return { kind: isAnnotation ? 'inSource' : 'external', justification: reason };
}

function locationOf(object: ObjectNode, path: Finding['path']): Record<string, unknown> {
  const { file, placeOf, constructPath } = object.origin;
  const place = placeOf(path);
  return {
    ...(file === undefined ? {} : {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        ...(place ? { region: { startLine: place.line, startColumn: place.column } } : {}),
      },
    }),
    logicalLocations: [{ fullyQualifiedName: constructPath ?? nodeText(object), kind: 'object' }],
  };
}

function notificationOf({ file, line, column, reason }: Report['unreadable'][number]): Record<string, unknown> {
  return {
    level: 'error',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } } }],
  };
}

function defectOf({ check, error }: Report['crashed'][number]): Record<string, unknown> {
  return { level: 'error', message: { text: `The check ${check} failed: ${error.message}. Please report it.` } };
}

/** A path relative to the working directory stays relative, so that the repository can be anywhere. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join('/');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
