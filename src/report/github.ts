import { relative, sep } from 'path';
import type { Report } from './report';
import { notes, summary } from './text';
import type { Finding } from '../findings/finding';
import { nodeText } from '../model/object-node';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * A report that GitHub Actions shows beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(report: Report): string {
  const { findings, unreadable, crashed } = report;
  return [
    ...unreadable.map(({ file, line, column, reason }) => command('error', { file: inRepository(file), line, col: column, title: 'not read' }, `${file}: ${reason}`)),
    ...crashed.map(({ check, error }) => command('error', { title: 'defect of ours' }, `the check ${check} failed: ${error.message}; please report it`)),
    ...findings.map(annotation),
    ...notes({ ...report, unreadable: [], crashed: [] }),
    summary(report),
  ].join('\n');
}

function annotation({ check, severity, object, path, fact, fix }: Finding): string {
  const place = object.origin.placeOf(path);
  const properties = { file: inRepository(object.origin.file), line: place?.line, col: place?.column, title: check };
  return command(COMMANDS[severity], properties, `${nodeText(object)} ${fact}\nfix: ${fix}`);
}

// A path with slashes, relative to the working directory, which is the repository unless a step says otherwise.
function inRepository(file: string | undefined): string | undefined {
  if (file === undefined || file === '-') return undefined;
  return relative('', file).split(sep).join('/');
}

function command(name: string, properties: Record<string, string | number | undefined>, message: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return `::${name} ${given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
