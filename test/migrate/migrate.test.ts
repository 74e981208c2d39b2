import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { migrated, stories } from './migrated';

/** A golden file; with GOLDEN=update it is written anew. */
function golden(file: string, received: string): string {
  const path = join(__dirname, file);
  if (process.env.GOLDEN === 'update') writeFileSync(path, received);
  return existsSync(path) ? readFileSync(path, 'utf8') : '(no expectation yet: run with GOLDEN=update, and read what it writes)';
}

test.each(stories().map((file) => [file.replace(/\.yaml$/, '').replaceAll('-', ' '), file]))('%s', (_sentence, file) => {
  const { stdout, stderr, exitCode } = migrated(file);
  expect(stdout).toBe(golden(file.replace(/\.yaml$/, '.out.yaml'), stdout));
  const report = `${stderr}exit code ${exitCode}\n`;
  expect(report).toBe(golden(file.replace(/\.yaml$/, '.txt'), report));
});
