import type { FieldPath } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';
import { shown } from '../../values/shown';

/** The first field in which two values differ, with what each has there. */
export interface Difference {
  readonly path: FieldPath;
  readonly first: string;
  readonly second: string;
}

// Aliases can make YAML endless.
const DEEPEST = 50;

export function differenceBetween(first: unknown, second: unknown, path: FieldPath = []): Difference | undefined {
  if (first === second || path.length > DEEPEST) return undefined;
  const areMaps = isRecord(first) && isRecord(second);
  if (!areMaps && !(Array.isArray(first) && Array.isArray(second))) return { path, first: shown(first), second: shown(second) };
  for (const key of keysOf(first, second)) {
    const difference = differenceBetween(valueAt(first, key), valueAt(second, key), [...path, key]);
    if (difference) return difference;
  }
  return undefined;
}

function keysOf(first: object, second: object): Array<string | number> {
  if (Array.isArray(first) && Array.isArray(second)) return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
  return [...new Set([...Object.keys(first), ...Object.keys(second)])];
}

function valueAt(value: object, key: string | number): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}
