import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { migrated, stories } from './migrated';
import * as l4 from '../../src';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { compilerErrors } from '../compiled-code';
import { quietly } from '../manifest';

const programs = new Map(stories().map((story) => [story, migrated(story, '--as', 'typescript').stdout]));

test.each(stories())('the program for %s makes the same objects as the manifest', (story) => {
  expect(objectsOf(synthesized(programs.get(story)!))).toEqual(objectsOf(migrated(story).stdout));
});

test('every program compiles', () => {
  expect(compilerErrors(programs, { noUnusedLocals: true })).toEqual([]);
}, 60_000);

test('a program is what someone would write', () => {
  expect(programs.get('a-controller-with-three-ports.yaml')).toMatchSnapshot();
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
