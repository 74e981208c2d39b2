import type { Problems } from '../problems/problems';
import { parseList } from '../values/list';
import { shown } from '../values/shown';

/** A value, what the user typed for it, and where. */
export interface Listed<T> {
  readonly value: T;
  readonly typed: string;
  readonly at: string;
}

/** The values of a list, each of them once, without those that are refused. */
export function parseListed<T>(
  at: string, values: readonly string[] | undefined, parser: (value: string) => T, problems: Problems,
): (T & {})[] {
  return parsePlaced(at, values, parser, problems).map(({ value }) => value);
}

/** As `parseListed`, with the places. */
export function parsePlaced<T>(
  at: string, values: readonly string[] | undefined, parser: (value: string) => T, problems: Problems,
): Listed<T & {}>[] {
  const list = problems.parseOptional(at, parseList<string>, values) ?? [];
  const places = list.map((text, index) => ({ value: problems.parse(`${at}[${index}]`, parser, text), typed: text, at: `${at}[${index}]` }));
  const parsed = places.filter((place): place is Listed<T & {}> => place.value !== undefined);
  return parsed.filter((place) => isFirst(place, parsed, problems));
}

function isFirst<T>(place: Listed<T>, places: readonly Listed<T>[], problems: Problems): boolean {
  const first = places.find(({ value }) => JSON.stringify(value) === JSON.stringify(place.value)) ?? place;
  if (first === place) return true;
  problems.add(place.at, {
    fact: `${shown(place.typed)} is listed twice`,
    why: `${first.at} asks for it already, and a load balancer has it once`,
    fix: `remove ${place.at}`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  });
  return false;
}
