import { fieldAt, recordAt, type FieldPath } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';
import type { SourcedValue } from '../../kube/sourced-object';

/** The part of a values file that is meant for the chart ingress-nginx. */
export interface ChartValues {
  /** Where the part begins: `[]`, or `['ingress-nginx']` where the chart is a dependency of another one. */
  readonly path: FieldPath;
  readonly values: Readonly<Record<string, unknown>>;
  readonly source: SourcedValue;
}

/** Whether a document holds values of the chart ingress-nginx. */
export function isHelmValues(value: unknown): boolean {
  return partsOf(value).length > 0;
}

/** The parts of all values files, those of one installation together and in the order in which Helm would read them. */
export function chartValues(sources: readonly SourcedValue[]): ChartValues[][] {
  const byPath = new Map<string, ChartValues[]>();
  for (const source of sources) {
    for (const path of partsOf(source.value)) {
      const key = path.join('.');
      byPath.set(key, [...byPath.get(key) ?? [], { path, values: recordAt(source.value, ...path), source }]);
    }
  }
  return [...byPath.values()];
}

/** The values as Helm merges them: a later file wins, and null takes away what an earlier one says. */
export function merged(parts: readonly ChartValues[]): Readonly<Record<string, unknown>> {
  return parts.reduce<Record<string, unknown>>((all, { values }) => mergedTwo(all, values), {});
}

function partsOf(value: unknown): FieldPath[] {
  if (!isRecord(value) || (typeof value.apiVersion === 'string' && typeof value.kind === 'string')) return [];
  const below = Object.keys(value).filter((key) => isDependency(key, value[key])).map((key) => [key]);
  return [...isChartRoot(value) ? [[]] : [], ...below];
}

function isChartRoot(value: Readonly<Record<string, unknown>>): boolean {
  return isRecord(value.controller) || ['tcp', 'udp'].some((protocol) => isRecord(value[protocol]));
}

/** A chart may be known under an alias, so that only the entries show what it is. */
function isDependency(key: string, value: unknown): boolean {
  if (!isRecord(value) || key === 'controller') return false;
  return (key === 'ingress-nginx' && isChartRoot(value)) || ['tcp', 'udp'].some((protocol) => Object.values(recordAt(value, protocol)).some(isEntryLike));
}

function isEntryLike(value: unknown): boolean {
  return typeof value === 'string' && /^[^/]+\/[^:]+:./.test(value);
}

function mergedTwo(first: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = fieldAt(first, key);
    const after = isRecord(before) && isRecord(value) ? mergedTwo(before, value) : value;
    if (value === null) delete result[key];
    // "__proto__" is a key like any other.
    else Object.defineProperty(result, key, { value: after, enumerable: true, configurable: true, writable: true });
  }
  return result;
}
