import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';

const MOST = 8;
const SEE = 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/';

/** The zones or nodes that an endpoint serves: what its hints may hold. */
export function parseServed(
  at: string, parser: (name: string) => string, names: readonly string[], problems: Problems,
): readonly string[] | undefined {
  const counted = problems.parse(at, parseCount, names) ?? [];
  const parsed = counted.map((name, index) => problems.parse(`${at}[${index}]`, parser, name));
  const repeated = parsed.find((name, index) => name !== undefined && parsed.indexOf(name) < index);
  if (repeated !== undefined) reportRepeat(at, repeated, problems);
  return parsed.filter((name) => name !== undefined);
}

function parseCount(names: readonly string[]): readonly string[] {
  if (Array.isArray(names) && names.length >= 1 && names.length <= MOST) return names;
  return reject({
    fact: Array.isArray(names) ? `${names.length} names are given` : isNot(names, 'a list'),
    why: `an endpoint serves 1 to ${MOST} zones and 1 to ${MOST} nodes: the API server refuses more, and one that serves none ends the preference of all`,
    fix: `give 1 to ${MOST} names in a list, or leave the field out of every endpoint`,
    see: SEE,
  });
}

function reportRepeat(at: string, name: string, problems: Problems): void {
  problems.add(at, {
    fact: `"${name}" is named twice`,
    why: 'the API server refuses a hint that is given twice',
    fix: `name "${name}" once`,
    see: SEE,
  });
}
