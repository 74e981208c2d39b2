/** The place of a field in an object: `['spec', 'ports', 0, 'targetPort']`. */
export type FieldPath = ReadonlyArray<string | number>;

/** The value of a field, or `undefined` where any step is missing: manifests may hold anything anywhere. */
export function fieldAt(value: unknown, ...path: FieldPath): unknown {
  return fieldIn(value, path);
}

/** The same for a path that is at hand as a list. */
export function fieldIn(value: unknown, path: FieldPath): unknown {
  let current = value;
  // A loop, because every check reads many fields of every object.
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The field if it is a map, else an empty one. */
export function recordAt(value: unknown, ...path: FieldPath): Readonly<Record<string, unknown>> {
  return asRecord(fieldAt(value, ...path));
}

const NO_FIELDS: Readonly<Record<string, unknown>> = Object.freeze({});
const NO_ITEMS: readonly unknown[] = Object.freeze([]);

/** The field if it is a list, else an empty one. */
export function listAt(value: unknown, ...path: FieldPath): readonly unknown[] {
  return asList(fieldAt(value, ...path));
}

/** The field if it is text. */
export function textAt(value: unknown, ...path: FieldPath): string | undefined {
  return asText(fieldAt(value, ...path));
}

/** The field if it is a number. */
export function numberAt(value: unknown, ...path: FieldPath): number | undefined {
  return asNumber(fieldAt(value, ...path));
}

/** The texts in a map, such as labels; what is no text is left out. */
export function textsAt(value: unknown, ...path: FieldPath): Readonly<Record<string, string>> {
  return asTexts(fieldAt(value, ...path));
}

/** A map, or an empty one in place of anything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value) ? value : NO_FIELDS;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The texts in a map; what is no text is left out. */
export function asTexts(value: unknown): Readonly<Record<string, string>> {
  const found = asRecord(value);
  return areTexts(found) ? found : Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function areTexts(record: Readonly<Record<string, unknown>>): record is Readonly<Record<string, string>> {
  return Object.values(record).every((text) => typeof text === 'string');
}

/** `spec.ports[0].targetPort`, as people write it. */
export function pathText(path: FieldPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${text}["${key}"]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
