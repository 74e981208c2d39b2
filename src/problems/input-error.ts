import { basename } from 'path';

/** A mistake in what the user wrote: its stack names the user's line and nothing of this library. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
    this.stack = [message, ...callerOutside(this.stack ?? '')].join('\n');
  }
}

const LIBRARY_FOLDERS = new RegExp(`node_modules|node:|[\\\\/]${basename(__dirname)}[\\\\/]|${escape(sourceFolder())}`);

function callerOutside(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames.filter((line) => !LIBRARY_FOLDERS.test(line)).slice(0, 1);
}

function sourceFolder(): string {
  return __dirname.slice(0, -basename(__dirname).length);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
