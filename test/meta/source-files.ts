import { readdirSync, readFileSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';

const SOURCE = resolve(__dirname, '../../src');

/** A module of the library and the modules of the library that it imports, as paths below src/. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

export function sourceFiles(): SourceFile[] {
  const paths = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).sort();
  return paths.map((path) => {
    const text = readFileSync(join(SOURCE, path), 'utf8');
    const specifiers = [...text.matchAll(/(?:from|import|require\()\s*'(\.[^']+)'/g)].map(([, specifier]) => specifier);
    return { path, text, imports: specifiers.map((specifier) => moduleOf(path, specifier)) };
  });
}

function moduleOf(importer: string, specifier: string): string {
  return `${relative(SOURCE, resolve(SOURCE, dirname(importer), specifier))}.ts`;
}
