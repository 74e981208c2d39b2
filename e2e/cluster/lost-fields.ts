import { pathText, type FieldPath } from '../../src/kube/field';
import { isRecord } from '../../src/kube/kube-object';

/** The fields of an object that are not in the stored one, or have another value there. */
export function lostFields(written: unknown, stored: unknown, path: FieldPath = []): string[] {
  if (isNothing(written) && stored === undefined) return [];
  if (isRecord(written)) {
    const fields = isRecord(stored) ? stored : {};
    return Object.entries(written).flatMap(([field, value]) => lostFields(value, fields[field], [...path, field]));
  }
  if (Array.isArray(written)) return lostElements(written, stored, path);
  return written === stored || isSameQuantity(written, stored) ? [] : [`${pathText(path)}: ${JSON.stringify(written)} became ${JSON.stringify(stored)}`];
}

function lostElements(written: readonly unknown[], stored: unknown, path: FieldPath): string[] {
  const elements = Array.isArray(stored) ? stored : [];
  if (elements.length !== written.length) return [`${pathText(path)}: ${written.length} elements became ${elements.length}`];
  return written.flatMap((element, index) => lostFields(element, elements[index], [...path, index]));
}

/** What the API server does not store, as it means the same as nothing. */
function isNothing(value: unknown): boolean {
  return value === null || value === 0 || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

/** `1024Mi` is stored as `1Gi`. */
function isSameQuantity(written: unknown, stored: unknown): boolean {
  const [one, other] = [mebibytes(written), mebibytes(stored)];
  return one !== undefined && one === other;
}

function mebibytes(value: unknown): number | undefined {
  const [, number, unit] = /^(\d+)(Mi|Gi)$/.exec(String(value)) ?? [];
  return number ? Number(number) * (unit === 'Gi' ? 1024 : 1) : undefined;
}
