import { readFileSync } from 'fs';
import { join } from 'path';
import { PACKAGE_FOLDER } from './package-manifest';
import { wrapped, type Layout } from '../report/layout';

/** The page of a check as a terminal shows it: what it looks for, a manifest that has it, and one that has not. */
export function explain(check: string, layout: Layout): string {
  const page = readFileSync(join(PACKAGE_FOLDER, 'docs/checks', `${check}.md`), 'utf8');
  // Text and fenced manifests take turns.
  return page.trimEnd().split(/^```.*\n?/m).map((part, index) => index % 2 === 0 ? prose(part, layout) : indented(part)).join('');
}

function prose(text: string, { paint, width }: Layout): string {
  return text.split('\n').map((line) => {
    const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
    return heading === undefined ? wrapped(line.replace(/\*\*/g, ''), width).join('\n') : paint('strong', heading);
  }).join('\n');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
