import { readFileSync } from 'fs';
import { resolve } from 'path';

const ROOT = resolve(__dirname, '../..');

/** A piece of TypeScript that users are shown. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** The examples in the docstrings of the public API, and the `ts` blocks of the README. */
export function snippets(): Snippet[] {
  const assembly = JSON.parse(readFileSync(resolve(ROOT, '.jsii'), 'utf8')) as { types: Record<string, { name: string; docs?: { example?: string } }> };
  const documented = Object.values(assembly.types).flatMap(({ name, docs }) => docs?.example ? [{ name, code: docs.example }] : []);
  const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code], index) => ({ name: `README.md, block ${index + 1}`, code }));
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
