import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import * as ts from 'typescript';
import { migrated, stories } from './migrated';
import * as l4 from '../../src';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { quietly } from '../manifest';

const ROOT = resolve(__dirname, '../..');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ['node'],
  paths: { 'cdk8s-l4': [resolve(ROOT, 'src/index.ts')] },
};

const programs = new Map(stories().map((story, index) => [story, { file: resolve(ROOT, `program-${index}.ts`), code: migrated(story, '--as', 'typescript').stdout }]));

test.each(stories())('the program for %s makes the same objects as the manifest', (story) => {
  expect(objectsOf(synthesized(programs.get(story)!.code))).toEqual(objectsOf(migrated(story).stdout));
});

test('every program compiles', () => {
  const codes = new Map([...programs.values()].map(({ file, code }) => [file, code]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const code = codes.get(name);
    return code === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...codes.keys()], OPTIONS, host);
  const problems = [...codes.keys()].flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 60_000);

test('a program is what someone would write', () => {
  expect(programs.get('a-controller-with-three-ports.yaml')!.code).toMatchSnapshot();
});

/** The YAML that a program writes when it is run. */
function synthesized(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-'));
  process.env.CDK8S_OUTDIR = folder;
  try {
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const run = new Function('require', 'exports', outputText);
    quietly(() => run((name: string) => name === 'cdk8s-l4' ? l4 : jest.requireActual(name), {}));
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('---\n');
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
}

/** The objects of a manifest, in any order. */
function objectsOf(text: string): unknown[] {
  const { objects, unreadable } = readDocuments(text, 'manifest.yaml');
  expect(unreadable).toEqual([]);
  const identity = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
  return objects.map(({ object }) => object).sort((a, b) => identity(a) < identity(b) ? -1 : 1);
}
