import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import type { AnalysisSettings } from '../../src/analysis/analyze';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

/** Objects that are applied together, and the version that they are written for. */
export interface ManifestSet {
  readonly name: string;
  readonly objects: readonly KubeObject[];
  readonly settings: AnalysisSettings;
}

const ROOT = resolve(__dirname, '../..');

/** What is published for many clusters, where there is a copy of it. */
const CORPORA = resolve(process.env.CDK8S_L4_SHARED ?? resolve(ROOT, '../shared'), 'corpora');

/** Every manifest of the tests and of the examples, each by itself; corpora with all that is in them. */
export function manifestSets(): ManifestSet[] {
  const own = ['test/checks', 'test/trace', 'test/graph', 'test/migrate', 'examples'].flatMap((folder) => manifestsBelow(join(ROOT, folder)));
  const foreign = existsSync(CORPORA) ? readdirSync(CORPORA).map((name) => manifestsBelow(join(CORPORA, name))) : [];
  return [...own.map((file) => [file]), ...foreign].map(setOf).filter(({ objects }) => objects.length > 0);
}

function manifestsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file) && !/node_modules/.test(file)).sort().map((file) => join(folder, file));
}

function setOf(files: readonly string[]): ManifestSet {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const [, minor = '1.27'] = /^# kubernetes: (\S+)$/m.exec(texts[0]) ?? [];
  return {
    name: relative(ROOT, files[0]),
    objects: texts.flatMap((text) => readDocuments(text, 'set.yaml').objects.map(({ object }) => object)),
    settings: { kubernetesVersion: KubernetesVersion.of(minor) },
  };
}
