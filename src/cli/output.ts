import { writeFileSync } from 'fs';
import { styleText } from 'util';
import { UsageError } from './usage-error';
import type { Check } from '../checks/check';
import { renderGithub } from '../report/github';
import { renderJson } from '../report/json';
import { renderJunit } from '../report/junit';
import type { Report } from '../report/report';
import { renderSarif } from '../report/sarif';
import { PLAIN, renderText, type Paint, type Style } from '../report/text';

/** A format, and the file it goes to; to standard output where there is none. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;
type Format = (typeof FORMATS)[number];

/** `text`, or `sarif=results.sarif`. */
export function parseOutput(text: string): Output {
  const [format, ...file] = text.split('=');
  const known = FORMATS.find((candidate) => candidate === format);
  if (known === undefined) throw new UsageError(`"${format}" is no format; there are ${FORMATS.join(', ')}, each with a file if wanted: --format sarif=results.sarif`);
  if (text === `${format}=`) throw new UsageError(`--format ${text} names no file; write --format ${format}=FILE, or --format ${format} for standard output`);
  return { format: known, file: file.length > 0 ? file.join('=') : undefined };
}

/** What a report is written with. */
export interface Rendering {
  readonly checks: readonly Check[];
  readonly homepage: string;
}

export function write({ format, file }: Output, report: Report, rendering: Rendering): void {
  const text = `${render(format, report, rendering, file === undefined && takesColour() ? COLOURED : PLAIN)}\n`;
  if (file === undefined) process.stdout.write(text);
  else writeReport(file, text);
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`the report cannot be written: ${(error as Error).message}; name a file in a folder that is there`);
  }
}

/** @see https://no-color.org */
function takesColour(): boolean {
  return process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

function render(format: Format, report: Report, { checks, homepage }: Rendering, paint: Paint): string {
  switch (format) {
    case 'json': return renderJson(report);
    case 'sarif': return renderSarif(report, checks, homepage);
    case 'junit': return renderJunit(report, checks);
    case 'github': return renderGithub(report);
    default: return renderText(report, paint);
  }
}

const COLOURS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red', warning: 'yellow', info: 'cyan', faint: 'dim', strong: 'bold',
};

const COLOURED: Paint = (style, text) => styleText(COLOURS[style], text);
