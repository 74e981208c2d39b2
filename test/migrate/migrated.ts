import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { run, type Run } from '../cli/run';

/** The inputs of this folder, each a story of its own. */
export function stories(): string[] {
  return readdirSync(__dirname).filter((file) => /^[^.]+\.yaml$/.test(file)).sort();
}

export function storyText(file: string): string {
  return readFileSync(join(__dirname, file), 'utf8');
}

/** What `cdk8s-l4 migrate` prints for a story whose first line may say options. */
export function migrated(file: string, ...more: string[]): Run {
  const [, options] = /^# migrate: (.*)$/m.exec(storyText(file)) ?? [];
  const given = options === undefined ? [] : options.split(' ');
  const { stdout, stderr, exitCode } = run('migrate', '--from', 'ingress-nginx', '--to', 'gateway-api', ...given, ...more, join(__dirname, file));
  return { stdout, stderr: stderr.replaceAll(`${__dirname}/`, ''), exitCode };
}
