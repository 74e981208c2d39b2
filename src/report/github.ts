import { pathInRepository } from './path-in-repository';
import { printable } from './printable';
import type { Report } from './report';
import { notes, placeText, summary } from './text';
import type { Finding } from '../findings/finding';
import { bySeverity } from '../findings/severity';
import { pathText } from '../kube/field';
import type { Place } from '../kube/origin';
import { nodeText, type ObjectNode } from '../model/object-node';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * A report that GitHub Actions shows beside the lines of a pull request: the first ten errors, warnings and notices of a step.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(report: Report): string {
  const { findings, unreadable, crashed, ignoreFaults } = report;
  return [
    ...unreadable.map(({ file, line, column, reason }) => command('error', { ...placeOf(file, { line, column }), title: 'not read' }, `${file}:${line}:${column}: ${reason}`)),
    ...crashed.map(({ check, error }) => command('error', { title: 'defect of ours' }, `the check ${check} failed: ${error.message}; please report it`)),
    ...[...findings].sort((a, b) => bySeverity(a.severity, b.severity)).map(annotation),
    ...ignoreFaults.map(({ object, path, fact, fix }) => command('warning', { ...placeIn(object, path), title: 'annotation' }, `${nodeText(object)} ${fact}\nfix: ${fix}`)),
    ...notes({ ...report, unreadable: [], crashed: [], ignoreFaults: [] }),
    summary(report),
  ].join('\n');
}

function annotation({ check, severity, object, path, fact, why, fix, see }: Finding): string {
  return command(COMMANDS[severity], { ...placeIn(object, path), title: check }, `${nodeText(object)} ${fact}\nat: ${pathText(path)} (${placeText(object, path)})\nwhy: ${why}\nfix: ${fix}\nsee: ${see}`);
}

function placeIn({ origin }: ObjectNode, path: Finding['path']): Properties {
  return placeOf(origin.file, origin.placeOf(path));
}

/** A line means nothing without its file. */
function placeOf(file: string | undefined, place: Place | undefined): Properties {
  const path = file === undefined ? undefined : pathInRepository(file);
  return path === undefined ? {} : { file: path, line: place?.line, col: place?.column };
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function command(name: string, properties: Properties, message: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return `::${name} ${given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
