import { pathText, type FieldPath } from '../../src/kube/field';
import { isRecord } from '../../src/kube/kube-object';

/** The fields of an object that are not in the stored one, or have another value there. */
export function lostFields(written: unknown, stored: unknown, path: FieldPath = []): string[] {
  // Both mean nothing to the API server.
  if (written === null || written === undefined) return [];
  if (isRecord(written)) return Object.entries(written).flatMap(([field, value]) => lostFields(value, isRecord(stored) ? stored[field] : undefined, [...path, field]));
  if (Array.isArray(written)) return lostElements(written, stored, path);
  return written === stored ? [] : [`${pathText(path)}: ${JSON.stringify(written)} became ${JSON.stringify(stored)}`];
}

function lostElements(written: readonly unknown[], stored: unknown, path: FieldPath): string[] {
  const elements = Array.isArray(stored) ? stored : [];
  if (elements.length !== written.length) return [`${pathText(path)}: ${written.length} elements became ${elements.length}`];
  return written.flatMap((element, index) => lostFields(element, elements[index], [...path, index]));
}
