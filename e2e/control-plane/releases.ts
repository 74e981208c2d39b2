/**
 * The releases that can be tested against, by the version that people say. They must be built from Go modules alone: of
 * 1.27, no release after 1.27.4 is, because their staging modules were published again with other contents, which the
 * checksum database refuses.
 */
const RELEASES: ReadonlyMap<string, string> = new Map([
  ['1.27', '1.27.4'],
  ['1.33', '1.33.13'],
  ['1.36', '1.36.3'],
]);

/** `1.27`, `1.33`, ... */
export const VERSIONS: readonly string[] = [...RELEASES.keys()];

/** `1.27.4` for `1.27`; a full version stands for itself. */
export function releaseOf(version: string): string {
  const release = /^1\.\d+\.\d+$/.test(version) ? version : RELEASES.get(version);
  if (release) return release;
  throw new Error(`Kubernetes "${version}" is none of ${VERSIONS.join(', ')}: name one of these, or a full version such as 1.31.9`);
}

/** `1.27` for `1.27.4` */
export function minorVersionOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
