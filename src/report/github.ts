import type { Report } from './report';
import type { Finding } from '../findings/finding';
import { nodeText } from '../model/object-node';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * A report that GitHub Actions shows beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub({ findings, unreadable }: Report): string {
  const unread = unreadable.map(({ file, line, column, reason }) => command('error', { file, line, col: column, title: 'not read' }, reason));
  return [...unread, ...findings.map(annotation)].join('\n');
}

function annotation({ check, severity, object, path, fact, fix }: Finding): string {
  const place = object.origin.placeOf(path);
  const properties = { file: object.origin.file, line: place?.line, col: place?.column, title: check };
  return command(COMMANDS[severity], properties, `${nodeText(object)} ${fact}\nfix: ${fix}`);
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
