import { resolve } from 'path';
import * as ts from 'typescript';
import { asModule, snippets } from './snippets';

const ROOT = resolve(__dirname, '../..');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ['node'],
  paths: { 'cdk8s-l4': [resolve(ROOT, 'src/index.ts')] },
};

test('everything that users are shown compiles', () => {
  const files = new Map(snippets().map((snippet, index) => [resolve(ROOT, `snippet-${index}.ts`), snippet]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const snippet = files.get(name);
    return snippet ? ts.createSourceFile(name, asModule(snippet), ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  const problems = [...files].flatMap(([file, { name }]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`));
  expect(files.size).toBeGreaterThan(8);
  expect(problems).toEqual([]);
}, 60_000);
