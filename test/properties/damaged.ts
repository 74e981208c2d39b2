import * as fc from 'fast-check';
import { manifestSets, type ManifestSet } from './manifest-sets';
import type { KubeObject } from '../../src/kube/kube-object';

/** A field, or an item of a list. */
interface Place {
  readonly parent: any;
  readonly key: string;
}

// Larger sets take long, and their objects are of the same kinds.
const sets = manifestSets().filter(({ objects }) => objects.length <= 40);

/** The values that fields of a name have anywhere: the right type in the wrong object. */
const valuesByField = new Map<string, unknown[]>();
for (const { parent, key } of sets.flatMap(({ objects }) => placesIn(objects))) {
  if (Array.isArray(parent)) continue;
  if (!valuesByField.has(key)) valuesByField.set(key, []);
  valuesByField.get(key)!.push(parent[key]);
}
const fields = [...valuesByField.keys()];

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 70000, 1.5, 1e21, [], {}, [null], [[]], [{}], { '': '' }),
  fc.constantFrom('', 'None', 'Local', '${PORT}', '{{ .Values.x }}', 'a\nb', '<b>"', '\u001b[31m', '010'),
  fc.jsonValue({ maxDepth: 2 }),
);

interface Damage {
  readonly how: 'anything' | 'of another object' | 'gone' | 'twice' | 'another field beside it';
  readonly at: number;
  readonly which: number;
  readonly value: unknown;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('anything', 'of another object', 'gone', 'twice', 'another field beside it'), at: fc.nat(), which: fc.nat(), value: anything,
});

/** A set of manifests, a few of its fields replaced by anything. */
export const damagedSet: fc.Arbitrary<ManifestSet> = fc.record({
  set: fc.constantFrom(...sets), damages: fc.array(damage, { minLength: 1, maxLength: 3 }),
}).map(({ set, damages }) => ({ ...set, objects: damages.reduce(withDamage, set.objects) }));

export function asText({ objects }: ManifestSet): string {
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

function withDamage(objects: readonly KubeObject[], { how, at, which, value }: Damage): readonly KubeObject[] {
  const copy = structuredClone(objects);
  const places = placesIn(copy);
  const { parent, key } = places[at % Math.max(places.length, 1)] ?? { parent: {}, key: '' };
  const knownOf = (field: string) => structuredClone((valuesByField.get(field) ?? [value])[which % (valuesByField.get(field)?.length ?? 1)]);
  const another = Array.isArray(parent) ? key : fields[which % fields.length];
  const DO: Readonly<Record<Damage['how'], () => void>> = {
    'anything': () => { parent[key] = structuredClone(value); },
    'of another object': () => { parent[key] = knownOf(key); },
    'another field beside it': () => { parent[another] = knownOf(another); },
    'gone': () => { if (Array.isArray(parent)) parent.splice(Number(key), 1); else delete parent[key]; },
    'twice': () => { if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)])); },
  };
  DO[how]();
  return copy;
}

function placesIn(value: any): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ parent: value, key }, ...placesIn(value[key])]);
}
