import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import type { AnalysisInput } from './analyze';
import { readDocuments, type Documents } from '../kube/read-documents';
import { InputError } from '../problems/input-error';

const MANIFEST = /\.(ya?ml|json)$/;
const STANDARD_INPUT = 0;

/** Reads files, folders and "-" for standard input as one set. */
export function readInputs(paths: readonly string[]): AnalysisInput {
  const all: Documents = { objects: [], unreadable: [] };
  for (const file of paths.flatMap(filesIn)) {
    const { objects, unreadable } = read(file);
    objects.forEach((object) => all.objects.push(object));
    all.unreadable.push(...unreadable);
  }
  return all;
}

function filesIn(path: string): string[] {
  if (path === '-') return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new InputError(`there is no file or folder "${path}"; give a manifest, a folder of manifests, or "-" for standard input`);
  return stats.isDirectory() ? filesBelow(path) : [path];
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name));
  return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules').flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return MANIFEST.test(entry.name) ? [path] : [];
  });
}

function read(file: string): Documents {
  try {
    return readDocuments(readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8'), file);
  } catch (error) {
    return { objects: [], unreadable: [{ file, line: 1, column: 1, reason: `it cannot be read: ${(error as Error).message}` }] };
  }
}
