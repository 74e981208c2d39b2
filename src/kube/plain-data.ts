/** Stands for data that holds a token, a class or another value that only cdk8s can make data of. */
export const NOT_PLAIN = Symbol('not plain');

export type Plain<T> = T | typeof NOT_PLAIN;

/** The fields of a map. */
export type Values = Readonly<Record<string, unknown>>;

/** A map without the fields that have no value: the map itself where all have one. */
export function plainMap(values: Values): Plain<Values> {
  return asPlain(values, false) as Plain<Values>;
}

/** A map without empty maps and lists either, which cdk8s leaves out of metadata; `undefined` if nothing is left. */
export function plainFilledMap(values: Values): Plain<Values | undefined> {
  const kept: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key in values) {
    const plain = isUnsafe(key) ? NOT_PLAIN : asPlain(values[key], true);
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    if (plain === undefined) continue;
    kept[key] = plain;
    isEmpty = false;
  }
  return isEmpty ? undefined : kept;
}

/** A copy of plain data as cdk8s writes it, the keys of every map sorted. */
export function sortedCopy(values: Values): Values {
  const map: Record<string, unknown> = {};
  for (const key of sortedKeys(values)) map[key] = copy(values[key]);
  return map;
}

function sortedKeys(values: Values): string[] {
  const keys = Object.keys(values);
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1] <= key);
  return isSorted ? keys : keys.sort();
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(copy) : sortedCopy(value as Values);
}

function asPlain(value: unknown, omitsEmpty: boolean): Plain<unknown> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return plainList(value, omitsEmpty);
  return Object.getPrototypeOf(value) === Object.prototype ? plainFields(value as Values, omitsEmpty) : NOT_PLAIN;
}

function plainList(values: readonly unknown[], omitsEmpty: boolean): Plain<readonly unknown[] | undefined> {
  if (omitsEmpty && values.length === 0) return undefined;
  let isWhole = true;
  for (const value of values) {
    const plain = asPlain(value, omitsEmpty);
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    isWhole &&= plain === value;
  }
  return isWhole ? values : values.map((value) => asPlain(value, omitsEmpty));
}

function plainFields(values: Values, omitsEmpty: boolean): Plain<Values | undefined> {
  let isWhole = true;
  let isEmpty = true;
  for (const key in values) {
    const value = values[key];
    const plain = isUnsafe(key) ? NOT_PLAIN : asPlain(value, omitsEmpty);
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    if (plain !== undefined) isEmpty = false;
    if (plain === undefined || plain !== value) isWhole = false;
  }
  if (isEmpty && omitsEmpty) return undefined;
  return isWhole ? values : keptFields(values, omitsEmpty);
}

function keptFields(values: Values, omitsEmpty: boolean): Values {
  const kept: Record<string, unknown> = {};
  for (const key in values) {
    const value = asPlain(values[key], omitsEmpty);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** What cdk8s reads as something else than data. */
function isUnsafe(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'resolve';
}
