import { readFileSync } from 'fs';
import { resolve } from 'path';

const ROOT = resolve(__dirname, '../..');

/** The pages with TypeScript on them. */
const PAGES = ['README.md', 'docs/publishing.md'];

/** A piece of TypeScript that users are shown. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** The blocks of code on a page in one language. */
export function blocksOf(page: string, language: string): string[] {
  const blocks = readFileSync(resolve(ROOT, page), 'utf8').matchAll(/^```(\w*)\n([^]*?)^```$/gm);
  return [...blocks].filter(([, written]) => written === language).map(([, , code]) => code);
}

/** The examples in the docstrings of the public API, and the `ts` blocks of the pages. */
export function snippets(): Snippet[] {
  const assembly = JSON.parse(readFileSync(resolve(ROOT, '.jsii'), 'utf8')) as { types: Record<string, { name: string; docs?: { example?: string } }> };
  const documented = Object.values(assembly.types).flatMap(({ name, docs }) => docs?.example ? [{ name, code: docs.example }] : []);
  const blocks = PAGES.flatMap((page) => blocksOf(page, 'ts').map((code, index) => ({ name: `${page}, block ${index + 1}`, code })));
  return [...documented, ...blocks];
}

/** A module that has a chart in scope, as the reader of a docstring would have it. */
export function asModule({ code }: Snippet): string {
  if (/^import /m.test(code)) return code;
  return [
    'import * as cdk8s from \'cdk8s\';',
    'import * as l4 from \'cdk8s-l4\';',
    'export function example(app: cdk8s.App, chart: cdk8s.Chart): unknown[] {',
    code,
    'return [app, chart];',
    '}',
  ].join('\n');
}
