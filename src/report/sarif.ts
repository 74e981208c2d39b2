import { resolve } from 'path';
import { pathToFileURL } from 'url';
import { pathInRepository } from './path-in-repository';
import type { Report } from './report';
import { LEVELS } from './sarif-level';
import { sarifRule } from './sarif-rule';
import type { SarifTool } from './sarif-tool';
import type { Finding } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { bySeverity } from '../findings/severity';
import type { Place } from '../kube/origin';
import { nodeText, type ObjectNode } from '../model/object-node';

/**
 * GitHub refuses a log with more results, and reads so many locations of a result.
 *
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
const MOST_RESULTS = 25_000;
const MOST_LOCATIONS = 100;

/**
 * A report for code scanning. It has no `automationDetails`: GitHub would take its id for the category that the upload names.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report, tool: SarifTool): string {
  const { checks, version, homepage } = tool;
  const results = resultsOf(report);
  return JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-l4', version, informationUri: homepage, rules: checks.map((check) => sarifRule(check, tool)) } },
      columnKind: 'utf16CodeUnits',
      results: results.slice(0, MOST_RESULTS),
      invocations: [{
        executionSuccessful: report.crashed.length === 0,
        toolExecutionNotifications: [...report.unreadable.map(notificationOf), ...report.crashed.map(defectOf), ...leftOut(results.length)],
        toolConfigurationNotifications: report.ignoreFaults.map(faultOf),
      }],
    }],
  }, undefined, 2);
}

/** The gravest first, and what is accepted last. */
function resultsOf({ findings, suppressed }: Report): object[] {
  return [
    ...[...findings].sort((a, b) => bySeverity(a.severity, b.severity)).map(resultOf),
    ...suppressed.map((finding) => ({ ...resultOf(finding), suppressions: [suppressionOf(finding)] })),
  ];
}

function resultOf(finding: Finding): object {
  const { check, severity, object, path, fact, why, fix, related } = finding;
  return {
    ruleId: check,
    level: LEVELS[severity],
    message: { text: `${nodeText(object)} ${fact}. ${capitalized(why)}. Fix: ${fix}.` },
    locations: [locationOf(object, path)],
    relatedLocations: related.slice(0, MOST_LOCATIONS).map((other, id) => ({ id, message: { text: nodeText(other) }, ...locationOf(other, []) })),
    partialFingerprints: { 'checkObjectField/v1': fingerprintOf(finding) },
  };
}

function suppressionOf({ acceptedBy: { isAnnotation, reason } }: Report['suppressed'][number]): object {
  return { kind: isAnnotation ? 'inSource' : 'external', justification: reason };
}

function locationOf(object: ObjectNode, path: Finding['path']): object {
  const { file, placeOf, constructPath } = object.origin;
  return {
    ...(file === undefined ? {} : { physicalLocation: physicalLocation(file, placeOf(path)) }),
    logicalLocations: [{ fullyQualifiedName: constructPath ?? nodeText(object), kind: 'object' }],
  };
}

/** GitHub asks for all four ends; where a field ends is not known, so that the region is its first character. */
function physicalLocation(file: string, place: Place | undefined): object {
  const region = place && { startLine: place.line, startColumn: place.column, endLine: place.line, endColumn: place.column + 1 };
  return { artifactLocation: artifactOf(file), region };
}

/** A file below the working directory is named relative to it, so that the repository can be anywhere. */
function artifactOf(file: string): object {
  if (file === '-') return { uri: 'stdin' };
  const path = pathInRepository(file);
  return path === undefined ? { uri: pathToFileURL(resolve(file)).href } : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function notificationOf({ file, line, column, reason }: Report['unreadable'][number]): object {
  return { level: 'error', message: { text: reason }, locations: [{ physicalLocation: physicalLocation(file, { line, column }) }] };
}

function defectOf({ check, error }: Report['crashed'][number]): object {
  return { level: 'error', message: { text: `The check ${check} failed: ${error.message}. Please report it.` }, associatedRule: { id: check } };
}

function faultOf({ object, path, fact, fix }: Report['ignoreFaults'][number]): object {
  return { level: 'warning', message: { text: `${nodeText(object)} ${fact}. Fix: ${fix}.` }, locations: [locationOf(object, path)] };
}

function leftOut(count: number): object[] {
  if (count <= MOST_RESULTS) return [];
  return [{ level: 'warning', message: { text: `There are ${count} results, and GitHub refuses more than ${MOST_RESULTS}: the ${count - MOST_RESULTS} least grave are left out.` } }];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
