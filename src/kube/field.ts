/** The place of a field in an object: `['spec', 'ports', 0, 'targetPort']`. */
export type FieldPath = ReadonlyArray<string | number>;

/** The value of a field, or `undefined` where any step is missing: manifests may hold anything anywhere. */
export function fieldAt(value: unknown, ...path: FieldPath): unknown {
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
  const found = fieldAt(value, ...path);
  return isObject(found) && !Array.isArray(found) ? found : NOTHING;
}

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});

/** The field if it is a list, else an empty one. */
export function listAt(value: unknown, ...path: FieldPath): readonly unknown[] {
  const found = fieldAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The field if it is text. */
export function textAt(value: unknown, ...path: FieldPath): string | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The field if it is a number. */
export function numberAt(value: unknown, ...path: FieldPath): number | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The texts in a map, such as labels; what is no text is left out. */
export function textsAt(value: unknown, ...path: FieldPath): Readonly<Record<string, string>> {
  const record = recordAt(value, ...path);
  return hasOnlyTexts(record) ? record : Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** `spec.ports[0].targetPort`, as people write it. */
export function pathText(path: FieldPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${text}["${key}"]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function hasOnlyTexts(record: Readonly<Record<string, unknown>>): record is Readonly<Record<string, string>> {
  return Object.values(record).every((value) => typeof value === 'string');
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
