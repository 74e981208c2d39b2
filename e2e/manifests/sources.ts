import { readdirSync, readFileSync } from 'fs';
import { basename, join, resolve } from 'path';
import { objectsIn, type Manifest } from './manifest';
import { IngressNginxProvider } from '../../src/index';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { upstreamOf } from '../../test/data-planes/ingress-nginx/upstream-of';
import { EXAMPLE_NAMES, synthesizeExample } from '../../test/examples/synthesize-example';
import { quietly } from '../../test/manifest';

const TESTS = resolve(__dirname, '../../test');

/** Every manifest that this repository knows the library to write. */
export function manifests(): Manifest[] {
  return [...ofExamples(), ...ofInstallations(), ...ofSnapshots()];
}

function ofExamples(): Manifest[] {
  return EXAMPLE_NAMES.flatMap((example) => [...quietly(() => synthesizeExample(example))].map(([file, text]) => (
    { name: `examples/${example}: ${file}`, objects: objectsIn(text)!, since: KubernetesVersion.of(versionIn(file.replace('1-', '1.'))) }
  )));
}

function ofInstallations(): Manifest[] {
  return Object.values(IngressNginxProvider).map((provider) => (
    { name: `ingress-nginx for ${provider}`, objects: upstreamOf(provider), since: KubernetesVersion.V1_27 }
  ));
}

/** Those snapshots of the tests that are manifests. */
function ofSnapshots(): Manifest[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.snap')).sort();
  return files.flatMap((file) => snapshotsIn(readFileSync(join(TESTS, file), 'utf8')).flatMap(({ name, text }) => {
    const objects = objectsIn(text);
    const title = `${basename(file, '.test.ts.snap')}: ${name}`;
    return objects ? [{ name: title, objects, since: KubernetesVersion.of(WRITTEN_FOR.get(title) ?? versionIn(name)) }] : [];
  }));
}

function snapshotsIn(text: string): Array<{ name: string; text: string }> {
  const snapshots = text.matchAll(/^exports\[`(.*) \d+`\] = `\n([^]*?)\n`;$/gm);
  return [...snapshots].map(([, name, value]) => ({ name, text: value.replace(/\\([\\`$])/g, '$1') }));
}

/** The version that a name speaks of, else the default. */
function versionIn(name: string): string {
  return /\b1\.\d\d\b/.exec(name)?.[0] ?? '1.27';
}

/** Snapshots for clusters that have other addresses or node ports than is usual. */
export const FOR_UNUSUAL_RANGES: ReadonlySet<string> = new Set([
  'cluster-ip-service: a family alone stays alone',
  'node-port-service: a cluster with another range takes other node ports',
  'node-port-service: all that a ClusterIP Service can do: affinity, address and families',
]);

/** Snapshots whose names do not say for which version they are written. */
const WRITTEN_FOR: ReadonlyMap<string, string> = new Map([
  ['external-endpoint-service: ExternalEndpointService zone and node hints stand on every endpoint of the slice', '1.34'],
  ['services: escape hatches a JSON patch adds a field that is newer than this library knows', '1.34'],
  ['topology-aware-service: the ways of newer versions a node port with its own policy for connections from outside', '1.34'],
]);
