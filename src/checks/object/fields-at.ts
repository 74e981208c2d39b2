import { fieldAt, type FieldPath } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';

/** A map in an object, and where it stands. */
export interface PlacedRecord {
  readonly record: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
}

/** The maps at a place, "*" standing for every element of a list. */
export function recordsAt(value: unknown, place: readonly string[], path: FieldPath = []): PlacedRecord[] {
  if (place.length === 0) return isRecord(value) ? [{ record: value, path }] : [];
  const [step, ...rest] = place;
  if (step !== '*') return recordsAt(fieldAt(value, step), rest, [...path, step]);
  return Array.isArray(value) ? value.flatMap((item, index) => recordsAt(item, rest, [...path, index])) : [];
}

/** Whether the maps at a place have fields of these names only. */
export function hasOnly(value: unknown, place: readonly string[], fields: ReadonlySet<string>, depth = 0): boolean {
  if (depth === place.length) return !isRecord(value) || areIn(fields, value);
  if (place[depth] !== '*') return hasOnly(fieldAt(value, place[depth]), place, fields, depth + 1);
  return !Array.isArray(value) || value.every((item) => hasOnly(item, place, fields, depth + 1));
}

function areIn(fields: ReadonlySet<string>, record: object): boolean {
  for (const field in record) if (!fields.has(field)) return false;
  return true;
}
