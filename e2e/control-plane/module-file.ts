/** What `go mod edit -json` prints of a go.mod file. */
export interface GoModule {
  readonly Go?: string;
  readonly Godebug?: ReadonlyArray<{ readonly Key: string; readonly Value: string }>;
  readonly Require?: readonly ModuleVersion[];
  readonly Replace?: ReadonlyArray<{ readonly Old: ModuleVersion; readonly New: ModuleVersion }>;
}

export interface ModuleVersion {
  readonly Path: string;
  readonly Version?: string;
}

/**
 * A go.mod from which the commands of a module are built with the dependencies of that module. The replacements in it count
 * only where it is built by itself, so they are repeated, and those that lead to folders of its repository name what was
 * published of them.
 *
 * @param publishedAs the version under which the folders of the repository were published, where the module does not say itself
 * @see https://go.dev/ref/mod#go-mod-file-replace
 */
export function moduleFile(dependency: ModuleVersion, { Go, Godebug, Require, Replace }: GoModule, publishedAs?: string): string {
  return [
    'module local/e2e',
    ...Go ? [`go ${Go}`] : [],
    ...(Godebug ?? []).map(({ Key, Value }) => `godebug ${Key}=${Value}`),
    ...[dependency, ...Require ?? []].filter(({ Version }) => Version !== 'v0.0.0').map((required) => `require ${text(required)}`),
    ...(Replace ?? []).filter(({ New }) => New.Version ?? publishedAs)
      .map(({ Old, New }) => `replace ${text(Old)} => ${text(New.Version ? New : { Path: Old.Path, Version: publishedAs })}`),
    '',
  ].join('\n');
}

function text({ Path, Version }: ModuleVersion): string {
  return Version ? `${Path} ${Version}` : Path;
}
