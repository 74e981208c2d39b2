import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { main } from '../../src/cli/main';

/** What a command printed, and what it said to the shell. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs the command line in this process. */
export function run(...args: string[]): Run {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) => jest.spyOn(process[stream], 'write').mockImplementation((text) => {
    printed[stream] += String(text);
    return true;
  }));
  try {
    return { exitCode: main(args), ...printed };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
  }
}

/** A folder with some files, for the time of one test. */
export function inFolder<T>(files: Readonly<Record<string, string>>, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-'));
  try {
    Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
