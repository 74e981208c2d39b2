import * as fc from 'fast-check';
import { manifestSets, type ManifestSet } from './manifest-sets';
import { analyze } from '../../src/analysis/analyze';
import { CHECKS } from '../../src/checks/all';
import type { Finding } from '../../src/findings/finding';
import { isClusterScoped } from '../../src/kube/cluster-scoped';
import { pathText } from '../../src/kube/field';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import type { SourcedObject } from '../../src/kube/sourced-object';
import { nodeText } from '../../src/model/object-node';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };
const sets = manifestSets();
const anySet = fc.constantFrom(...sets);

function findingsIn(objects: readonly KubeObject[], { settings }: ManifestSet): readonly Finding[] {
  return analyze({ objects: objects.map(sourced) }, settings).findings;
}

function sourced(object: KubeObject): SourcedObject {
  return { object, origin: { placeOf: () => undefined } };
}

/** Everything that is said but where it stands. */
function told({ check, severity, object, path, fact, why, fix }: Finding): string {
  return [severity, check, nodeText(object), pathText(path), fact, why, fix].join(' | ');
}

/** What is in two files may be for two clusters. */
function toldOfFiles(finding: Finding): string {
  return [...CLUSTER_WIDE, 'object-duplicate'].includes(finding.check) ? identity({ ...finding, severity: 'warning' }) : told(finding);
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}

test('the order of the objects: of those that clash, another one may be told', () => {
  const shuffled = anySet.chain((set) => (
    fc.shuffledSubarray([...set.objects], { minLength: set.objects.length }).map((objects) => ({ set, objects }))
  ));
  const clashes = (findings: readonly Finding[]) => [...new Set(findings.flatMap(({ check, severity, object, related }) => (
    [object, ...related.filter(({ kind }) => kind === object.kind)].map((node) => `${severity} ${check} ${nodeText(node)}`)
  )))].sort();
  fc.assert(fc.property(shuffled, ({ set, objects }) => {
    const [before, after] = [findingsIn(set.objects, set), findingsIn(objects, set)];
    expect(clashes(after)).toEqual(clashes(before));
    expect(after).toHaveLength(before.length);
  }), runs);
});

test('the files that the objects are in, and the form that these have', () => {
  const cut = anySet.chain((set) => (
    fc.record({ set: fc.constant(set), at: fc.nat({ max: set.objects.length }), isList: fc.boolean() })
  ));
  fc.assert(fc.property(cut, ({ set, at, isList }) => {
    const parts = [set.objects.slice(0, at), set.objects.slice(at)];
    const text = (objects: readonly KubeObject[]) => isList
      ? JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }, undefined, 2)
      : objects.map((object) => JSON.stringify(object)).join('\n---\n');
    const { findings } = analyze({ objects: parts.flatMap((objects, index) => readDocuments(text(objects), `${index}.yaml`).objects) }, set.settings);
    expect(findings.map(toldOfFiles)).toEqual(findingsIn(set.objects, set).map(toldOfFiles));
  }), runs);
});

test('an application in another namespace that has nothing to do with them', () => {
  fc.assert(fc.property(anySet, fc.boolean(), (set, isFirst) => {
    const objects = isFirst ? [...UNRELATED, ...set.objects] : [...set.objects, ...UNRELATED];
    expect(sorted(findingsIn(objects, set).map(told))).toEqual(sorted(findingsIn(set.objects, set).map(told)));
  }), runs);
});

test('the names of the namespaces', () => {
  fc.assert(fc.property(anySet, (set) => {
    const named = withNamespaces(set.objects);
    const renamed = renamer(named);
    const findings = (objects: readonly KubeObject[]) => findingsIn(objects, set).filter(({ check }) => !LIKE_ANOTHER.includes(check)).map(identity);
    expect(sorted(findings(named.map(renamed.object)))).toEqual(sorted(findings(named).map(renamed.text)));
  }), runs);
});

test('the same once more in other namespaces, of which the same is said once more', () => {
  fc.assert(fc.property(anySet, (set) => {
    const named = withNamespaces(set.objects);
    const renamed = renamer(named);
    const copies = named.filter((object) => !isClusterScoped(object) || object.kind === 'Namespace').map(renamed.object);
    const isOwn = ({ check }: Finding) => !OF_ALL_NAMESPACES.includes(check);
    const before = findingsIn(named, set).filter(isOwn);
    const once = before.map(identity);
    const again = before.filter(({ object }) => !isClusterScoped(object) || object.kind === 'Namespace').map(identity).map(renamed.text);
    expect(sorted(findingsIn([...named, ...copies], set).filter(isOwn).map(identity))).toEqual(sorted([...once, ...again]));
  }), runs);
});

const UNRELATED = readDocuments(`
apiVersion: v1
kind: Namespace
metadata: { name: elsewhere }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: unrelated, namespace: elsewhere }
spec:
  selector: { matchLabels: { app: unrelated } }
  template:
    metadata: { labels: { app: unrelated } }
    spec:
      containers:
        - name: main
          image: example.com/unrelated:1
          ports: [{ name: odd, containerPort: 9911 }]
          readinessProbe: { tcpSocket: { port: odd } }
---
apiVersion: v1
kind: Service
metadata: { name: unrelated, namespace: elsewhere }
spec:
  selector: { app: unrelated }
  ports: [{ name: odd, port: 9911, targetPort: odd }]
`, 'unrelated.yaml').objects.map(({ object }) => object);

const CLUSTER_WIDE = CHECKS.filter(({ isClusterWide }) => isClusterWide).map(({ name }) => name);

/** They know a mistyped name by what is like it. */
const LIKE_ANOTHER = ['host-reference-missing'];

/** What they are about is there once in a cluster, or they look for the one object of a name in any namespace, or tell of several objects in one place. */
const OF_ALL_NAMESPACES = [
  ...CLUSTER_WIDE, 'gateway-port-collision', 'lb-shared-ip-policy-conflict',
  'endpoints-name-mismatch', 'route-backend-missing', 'route-parent-missing', 'servicemonitor-dangling', 'tcp-service-missing',
  'gateway-api-version-skew', ...LIKE_ANOTHER,
];

function identity({ severity, check, object }: Finding): string {
  return `${severity} ${check} ${nodeText(object)}`;
}

/** That an object names no namespace is a fact that checks tell of. */
function withNamespaces(objects: readonly KubeObject[]): KubeObject[] {
  return objects.map((object) => isClusterScoped(object) || object.metadata?.namespace ? object : { ...object, metadata: { ...object.metadata, namespace: 'default' } });
}

/** Gives every namespace another name, wherever it is written. */
function renamer(objects: readonly KubeObject[]) {
  const written = [...JSON.stringify(objects).matchAll(/"namespace":"([a-z][-a-z0-9]*)"/g)].map(([, name]) => name);
  const declared = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
  const names = new RegExp(`(?<![A-Za-z0-9-])(${[...new Set([...written, ...declared])].join('|')})(?![A-Za-z0-9-]|\\.networking|\\.k8s|\\.io)`, 'g');
  const text = (value: string) => value.replace(names, '$1-too');
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(renamed);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [text(key), renamed(member)])) : value;
  };
  return { text, object: (object: KubeObject) => ({ ...renamed(object) as KubeObject, apiVersion: object.apiVersion, kind: object.kind }) };
}
