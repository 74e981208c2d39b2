import { resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '..');

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

/**
 * What the compiler finds wrong with pieces of code that use this library, by their names: `README.md: Cannot find name 'chart'.`
 *
 * @param options beside those that every piece is compiled with
 */
export function compilerErrors(codes: ReadonlyMap<string, string>, options: ts.CompilerOptions = {}): string[] {
  const files = new Map([...codes].map(([name, code], index) => [resolve(ROOT, `code-${index}.ts`), { name, code }]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const file = files.get(name);
    return file ? ts.createSourceFile(name, file.code, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  };
  const program = ts.createProgram([...files.keys()], { ...OPTIONS, ...options }, host);
  return [...files].flatMap(([file, { name }]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`));
}
