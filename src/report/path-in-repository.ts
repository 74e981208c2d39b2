import { isAbsolute, relative, sep } from 'path';

/**
 * A path with slashes, relative to the working directory, which is the repository unless a step says otherwise; nothing for
 * standard input, and for files elsewhere.
 */
export function pathInRepository(file: string): string | undefined {
  if (file === '-') return undefined;
  const path = relative('', file);
  return isAbsolute(path) || path.split(sep)[0] === '..' ? undefined : path.split(sep).join('/');
}
