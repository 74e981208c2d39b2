import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { quietly } from './manifest';

/** Runs the code of an app, and answers the YAML that it writes: all files in one. */
export function synthesizedBy(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-'));
  process.env.CDK8S_OUTDIR = folder;
  try {
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    quietly(() => new Function('require', 'exports', outputText)(require, {}));
    return readdirSync(folder).sort().map((file) => readFileSync(join(folder, file), 'utf8')).join('---\n');
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
}
