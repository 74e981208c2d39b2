import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import type { Check } from '../../src/checks/check';
import { runChecks, type CheckResults } from '../../src/checks/run-checks';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import { renderFinding } from '../../src/report/text';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

/** The manifests that show one check: `test/checks/<group>/<check>/bad*.yaml`, `good*.yaml` and `cannot-tell*.yaml`. */
export interface CheckFixtures {
  readonly name: string;
  readonly folder: string;
}

export function checkFixtures(): CheckFixtures[] {
  const groups = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'));
  return groups.flatMap(({ name: group }) => readdirSync(join(__dirname, group)).map((name) => ({ name, folder: join(__dirname, group, name) })));
}

export function manifestsOf({ folder }: CheckFixtures, prefix: string): string[] {
  return readdirSync(folder).filter((file) => file.startsWith(prefix) && file.endsWith('.yaml')).sort().map((file) => join(folder, file));
}

/** What some checks say of a manifest; its first lines may say `# kubernetes: 1.34`. */
export function check(checks: readonly Check[], file: string): CheckResults {
  const text = readFileSync(file, 'utf8');
  const version = KubernetesVersion.of(/^# kubernetes: (\S+)$/m.exec(text)?.[1] ?? '1.27');
  const { objects, unreadable } = readDocuments(text, basename(file));
  return runChecks(checks, buildNetwork(objects, { version, defaultNamespace: 'default', unreadable }));
}

/** The expected text beside a manifest: `bad.yaml` has `bad.txt`. With GOLDEN=update it is written anew. */
export function expectedText(file: string, received: string): string {
  const golden = file.replace(/\.yaml$/, '.txt');
  if (process.env.GOLDEN === 'update') writeFileSync(golden, `${received}\n`);
  return existsSync(golden) ? readFileSync(golden, 'utf8').trimEnd() : '(no expectation yet: run with GOLDEN=update, and read what it writes)';
}

export function render({ findings, cannotTell }: CheckResults): string {
  return [...findings.map(renderFinding), ...cannotTell.map(({ check: name, object, reason }) => `cannot tell ${name}: ${object.kind} ${object.name}: ${reason}`)].join('\n\n');
}
