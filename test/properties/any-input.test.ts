import { readFileSync } from 'fs';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import { graphOf } from '../../src/graph/graph';
import { renderMermaid } from '../../src/graph/mermaid';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import { renderJson } from '../../src/report/json';
import { renderText } from '../../src/report/text';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { checkFixtures, manifestsOf } from '../checks/fixtures';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 150) };
const settings = (minor: number) => ({ kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });

/** The manifests that the checks are shown with, as text. */
const manifests = checkFixtures().flatMap((fixture) => manifestsOf(fixture, '')).map((file) => readFileSync(file, 'utf8'));
const minor = fc.integer({ min: 17, max: 36 });
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 70000, 1.5, '', 'None', '${PORT}', '{{ .Values.x }}', [], {}, [null], { '': '' }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** An object of the fixtures, one of its fields replaced by anything. */
const damaged = fc.record({ manifest: fc.constantFrom(...manifests), at: fc.nat(), value: anything }).map(({ manifest, at, value }) => {
  const objects = readDocuments(manifest, 'fixture.yaml').objects.map(({ object }) => structuredClone(object) as any);
  const places = objects.flatMap((object) => placesIn(object));
  const place = places[at % Math.max(places.length, 1)];
  if (place) place.parent[place.key] = value;
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
});

function placesIn(value: any): Array<{ parent: any; key: string }> {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ parent: value, key }, ...placesIn(value[key])]);
}

test('an object with anything in any field crashes no check, and what is said of it can be printed', () => {
  fc.assert(fc.property(damaged, minor, (text, version) => {
    const report = analyze(readDocuments(text, 'damaged.yaml'), settings(version));
    expect(report.crashed.map(({ check, error }) => `${check}: ${error.stack}`)).toEqual([]);
    expect(renderText(report)).not.toMatch(/\bundefined\b|\[object |NaN/);
    expect(() => JSON.parse(renderJson(report))).not.toThrow();
  }), runs);
});

test('any text is read or said to be unreadable, with a line that is in it', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...manifests).map((text) => text.slice(0, text.length / 2))), (text) => {
    const { unreadable } = readDocuments(text, 'any.yaml');
    expect(unreadable.every(({ line }) => line >= 1 && line <= text.split('\n').length)).toBe(true);
  }), runs);
});

test('the order of the objects changes nothing of what is found', () => {
  fc.assert(fc.property(fc.constantFrom(...manifests).chain((text) => fc.shuffledSubarray(readDocuments(text, 'a.yaml').objects, { minLength: readDocuments(text, 'a.yaml').objects.length }).map((objects) => ({ text, objects }))), ({ text, objects }) => {
    const facts = (input: Parameters<typeof analyze>[0]) => analyze(input).findings.map(({ check, object }) => `${check} ${object.kind} ${object.name}`).sort();
    const before = readDocuments(text, 'a.yaml').objects;
    // Two objects of one name, or two that clash, are told of the second one.
    expect(new Set(facts({ objects }).map((fact) => fact.split(' ')[0]))).toEqual(new Set(facts({ objects: before }).map((fact) => fact.split(' ')[0])));
  }), runs);
});

test('a graph can be drawn of anything', () => {
  fc.assert(fc.property(damaged, (text) => {
    const network = buildNetwork(readDocuments(text, 'damaged.yaml').objects, { version: KubernetesVersion.V1_31, defaultNamespace: 'default', unreadable: [] });
    expect(renderMermaid(graphOf(network, []))).toMatch(/^flowchart LR/);
  }), runs);
});

test('aliases that multiply, and keys that mean something to JavaScript, do no harm', () => {
  const bomb = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${level === 0 ? '"x"' : Array(10).fill(`*a${level - 1}`).join(', ')}]`).join('\n');
  expect(readDocuments(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: bomb }\n${bomb}\n`, 'bomb.yaml').unreadable).toHaveLength(1);
  const polluted = 'apiVersion: v1\nkind: Service\nmetadata: { name: a, __proto__: { polluted: true } }\n__proto__: { polluted: true }\nspec: { selector: { constructor: x, toString: y } }\n';
  expect(analyze(readDocuments(polluted, 'polluted.yaml')).crashed).toEqual([]);
  expect(({} as any).polluted).toBeUndefined();
});
