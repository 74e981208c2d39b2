import type { Cluster } from './cluster/cluster';
import { VERSIONS } from './control-plane/releases';
import { canStart, start, type StartOptions } from './start';
import { record } from './summary';

/** The versions to test against: of `npm run e2e -- --versions`, else all that are known to build. */
const versions = process.env.E2E_VERSIONS?.split(',') ?? VERSIONS;

/** Whether no version is left out. */
export const areAllVersions = VERSIONS.every((version) => versions.includes(version));

/**
 * Describes something on every version, with a fresh cluster each.
 *
 *     onEachVersion((cluster) => {
 *       test('a Service is accepted', async () => {
 *         expect(await cluster().apply(service)).toMatchObject({ accepted: true });
 *       });
 *     });
 *
 * @param tests `cluster()` is there once the tests run; the version is known before
 */
export function onEachVersion(tests: (cluster: () => Cluster, version: string) => void, options: StartOptions = {}): void {
  (canStart(options) ? describe : describe.skip).each(versions)('Kubernetes %s', (version) => {
    let cluster: Cluster | undefined;
    let since: number;

    beforeAll(async () => {
      since = performance.now();
      cluster = await start(version, options);
    });

    afterAll(async () => {
      if (!cluster) return;
      record(cluster, (performance.now() - since) / 1000);
      await cluster.stop();
    });

    tests(() => cluster!, version);
  });
}
