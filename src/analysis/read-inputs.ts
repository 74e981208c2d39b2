import { readdirSync, readFileSync, statSync, type Dirent } from 'fs';
import { join, resolve } from 'path';
import { readDocuments, type Documents, type IsWanted } from '../kube/read-documents';
import { InputError } from '../problems/input-error';

const MANIFEST = /\.(ya?ml|json)$/;
const STANDARD_INPUT = 0;

/** How files are read. */
export interface ReadOptions {
  /** Is told before each file, how many were read and how many there are. */
  readonly onFile?: (index: number, total: number) => void;
  /** Which documents are no mistake though they are no Kubernetes objects; none by default. */
  readonly isWanted?: IsWanted;
}

/** Reads files, folders and "-" for standard input as one set. */
export function readInputs(paths: readonly string[], { onFile, isWanted }: ReadOptions = {}): Documents {
  const all: Documents = { objects: [], others: [], unreadable: [] };
  const files = once(paths.flatMap(filesIn));
  for (const [index, file] of files.entries()) {
    onFile?.(index, files.length);
    const { objects, others, unreadable } = read(file, isWanted);
    objects.forEach((object) => all.objects.push(object));
    all.others.push(...others);
    all.unreadable.push(...unreadable);
  }
  return all;
}

/** A file is one part of the set, however often it is named: by itself and by its folder, for example. */
function once(files: readonly string[]): string[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    const path = file === '-' ? file : resolve(file);
    return !seen.has(path) && seen.add(path);
  });
}

function filesIn(path: string): string[] {
  if (path === '-') return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new InputError(`there is no file or folder "${path}"; give a manifest, a folder of manifests, or "-" for standard input`);
  return stats.isDirectory() ? filesBelow(path) : [path];
}

function filesBelow(folder: string): string[] {
  const entries = entriesOf(folder);
  // Reading it as a file says why it cannot be read.
  if (entries === undefined) return [folder];
  return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules').flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    // A pipe or a socket would be waited for.
    return MANIFEST.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()) ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    return undefined;
  }
}

function read(file: string, isWanted: IsWanted | undefined): Documents {
  try {
    const text = readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8');
    if (text.includes('\0')) return notRead(file, 'it is no text in UTF-8: it has zero bytes');
    return file === '-' && holdsNothing(text) ? notRead(file, NOTHING_PIPED) : readDocuments(text, file, isWanted);
  } catch (error) {
    return notRead(file, `it cannot be read: ${(error as Error).message}`);
  }
}

/** A shell goes on behind a program that failed, and what that program would have written is not there. */
const NOTHING_PIPED = 'nothing came in on standard input; if a program in front of the pipe failed, see what it says, and set "set -o pipefail" in the shell';

/** Blank lines, comments, directives and marks of documents only. */
function holdsNothing(text: string): boolean {
  return text.split('\n').every((line) => /^(?:---|\.\.\.)?\s*(?:[#%].*)?$/.test(line));
}

function notRead(file: string, reason: string): Documents {
  return { objects: [], others: [], unreadable: [{ file, line: 1, column: 1, reason }] };
}
