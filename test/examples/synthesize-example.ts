import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

export const EXAMPLES = resolve(__dirname, '../../examples');

/** The names of all examples: each has a folder. */
export const EXAMPLE_NAMES = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** The files that an example writes when it is run, by name. */
export function synthesizeExample(example: string): Map<string, string> {
  const output = mkdtempSync(join(tmpdir(), 'cdk8s-l4-'));
  process.env.CDK8S_OUTDIR = output;
  try {
    jest.isolateModules(() => jest.requireActual(join(EXAMPLES, example, 'main.ts')));
    return new Map(readdirSync(output).sort().map((file) => [file, readFileSync(join(output, file), 'utf8')]));
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(output, { recursive: true });
  }
}
