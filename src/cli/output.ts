import { existsSync, writeFileSync } from 'fs';
import { dirname, resolve } from 'path';
import { documentationUrl, packageField } from './package-manifest';
import { layoutOfOutput } from './terminal';
import { UsageError } from './usage-error';
import type { Check } from '../checks/check';
import { renderGithub } from '../report/github';
import { renderJson } from '../report/json';
import { renderJunit } from '../report/junit';
import { PLAIN, type Layout } from '../report/layout';
import type { Report } from '../report/report';
import { renderSarif } from '../report/sarif';
import { renderText } from '../report/text';
import { similarName } from '../values/similar-name';

/** A format, and the file it goes to; to standard output where there is none. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;
type Format = (typeof FORMATS)[number];

/** Formats that are lines: others can follow them on standard output. */
const LINES: readonly Format[] = ['text', 'github'];

/** `text`, or `sarif=results.sarif`, each to a place of its own. */
export function parseOutputs(texts: readonly string[]): Output[] {
  const outputs = texts.map(parseOutput);
  const onStandardOutput = outputs.filter(({ file }) => file === undefined);
  const alone = onStandardOutput.find(({ format }) => !LINES.includes(format));
  if (alone && onStandardOutput.length > 1) {
    throw new UsageError(`two formats go to standard output, where nobody can read ${alone.format} out of them; write --format ${alone.format}=FILE`);
  }
  const files = outputs.flatMap(({ file }) => file === undefined ? [] : [resolve(file)]);
  const twice = outputs.find(({ file }) => file !== undefined && files.indexOf(resolve(file)) !== files.lastIndexOf(resolve(file)));
  if (twice) throw new UsageError(`two reports go to ${twice.file}, and the last would replace the first; name a file for each`);
  return outputs;
}

function parseOutput(text: string): Output {
  const [format, ...rest] = text.split('=');
  const known = FORMATS.find((candidate) => candidate === format);
  if (known === undefined) throw new UsageError(noFormat(format));
  if (rest.length === 0) return { format: known };
  const file = rest.join('=');
  if (file === '') throw new UsageError(`--format ${text} names no file; write --format ${format}=FILE, or --format ${format} for standard output`);
  if (!existsSync(dirname(file))) throw new UsageError(`the report ${file} cannot be written: there is no folder ${dirname(file)}; make it with "mkdir -p ${dirname(file)}"`);
  return { format: known, file };
}

function noFormat(format: string): string {
  const near = similarName(format, FORMATS);
  return `"${format}" is no format; ${near ? `write ${near}` : `there are ${FORMATS.join(', ')}, each with a file if wanted: --format sarif=results.sarif`}`;
}

export function write({ format, file }: Output, report: Report, checks: readonly Check[]): void {
  const text = `${render(format, report, checks, file === undefined ? layoutOfOutput() : PLAIN)}\n`;
  if (file === undefined) process.stdout.write(text);
  else writeReport(file, text);
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`the report ${file} cannot be written: ${(error as Error).message}; name another file`);
  }
}

function render(format: Format, report: Report, checks: readonly Check[], layout: Layout): string {
  switch (format) {
    case 'json': return renderJson(report);
    case 'sarif': return renderSarif(report, { checks, homepage: packageField('homepage'), version: packageField('version'), documentationUrl });
    case 'junit': return renderJunit(report, checks);
    case 'github': return renderGithub(report);
    default: return renderText(report, layout);
  }
}
