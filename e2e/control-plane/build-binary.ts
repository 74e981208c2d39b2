import { existsSync, mkdirSync, renameSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { go, goWithLines } from './go';
import { moduleFile, type GoModule } from './module-file';
import { Progress } from './progress';

const CACHE = resolve(__dirname, '../../.cache/e2e');

/** A command of a Go module. */
export interface Command {
  readonly name: string;
  readonly module: string;
  /** `v1.27.4` */
  readonly version: string;
  /** The package of the command in the module. */
  readonly path: string;
  /** The version under which the folders that the module replaces were published, where the module does not say itself. */
  readonly publishedAs?: string;
  /** Values of variables of the packages, as `go tool link -X` takes them. */
  readonly variables?: readonly string[];
}

/** The binary of a command: built from Go modules when it is asked for first, a matter of minutes. */
export async function builtBinary(command: Command): Promise<string> {
  const binary = binaryOf(command);
  if (!existsSync(binary)) await build(command, binary);
  return binary;
}

function binaryOf({ name, version }: Command): string {
  return join(CACHE, version, name);
}

async function build(command: Command, binary: string): Promise<void> {
  const progress = new Progress(`building ${command.name} ${command.version}`);
  progress.show('modules');
  const folder = join(CACHE, command.version, command.module.replaceAll('/', '_'));
  writeModule(command, folder);
  const packages = go(folder, 'list', '-mod=mod', '-deps', command.path).trim().split('\n').length;
  const partial = `${binary}.${process.pid}`;
  const linked = ['-s', '-w', ...(command.variables ?? []).flatMap((variable) => ['-X', variable])].join(' ');
  let compiled = 0;
  await goWithLines(folder, ['build', '-v', '-mod=mod', '-buildvcs=false', '-ldflags', linked, '-o', partial, command.path], (line) => {
    if (!line.startsWith('go: ')) compiled += 1;
    progress.show(line.startsWith('go: downloading') ? line.slice(4) : `compiled ${compiled} of at most ${packages} packages`);
  });
  // What is there is whole, also when it is interrupted or built twice at a time.
  renameSync(partial, binary);
  progress.done(`done, ${compiled} packages compiled`);
}

function writeModule({ module, version, publishedAs }: Command, folder: string): void {
  const file = join(folder, 'go.mod');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  const { GoMod } = JSON.parse(go(folder, 'mod', 'download', '-json', `${module}@${version}`)) as { GoMod: string };
  const upstream = JSON.parse(go(folder, 'mod', 'edit', '-json', GoMod)) as GoModule;
  writeFileSync(file, moduleFile({ Path: module, Version: version }, upstream, publishedAs));
}
