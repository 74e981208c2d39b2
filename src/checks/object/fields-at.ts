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
