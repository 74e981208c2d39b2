import { resolve } from 'path';

/** A mistake in what the user wrote: its stack names the user's line and nothing of this library. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
    this.stack = [message, ...callerOutside(this.stack ?? '')].join('\n');
  }
}

const PACKAGE = resolve(__dirname, '../..');

/** Where frames are not the user's: source maps show lib/ as src/. */
const FOREIGN = ['node_modules', 'node:', resolve(PACKAGE, 'lib'), resolve(PACKAGE, 'src')];

function callerOutside(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames.filter((line) => !FOREIGN.some((folder) => line.includes(folder))).slice(0, 1);
}
