export interface Arguments {
  /** `1.27`, `1.31.9`; none means all that are known to build. */
  readonly versions: readonly string[];
  /** Whether the cluster of `KUBECONFIG` is used. */
  readonly cluster: boolean;
  /** What jest is given: test files and options. */
  readonly jest: readonly string[];
}

/** `npm run e2e -- [--versions=1.27,1.33] [--cluster] [arguments of jest]` */
export function readArguments(args: readonly string[]): Arguments {
  const isOwn = (arg: string) => arg === '--cluster' || arg.startsWith('--versions');
  const versions = args.filter((arg) => arg.startsWith('--versions')).flatMap(readVersions);
  return { versions, cluster: args.includes('--cluster'), jest: args.filter((arg) => !isOwn(arg)) };
}

function readVersions(arg: string): string[] {
  const versions = arg.slice('--versions='.length).split(',').filter(Boolean);
  if (versions.length > 0) return versions;
  throw new Error(`"${arg}" names no version: write --versions=1.27,1.36`);
}
