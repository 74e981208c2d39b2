import { distance, similarName } from '../../values/similar-name';

/** A name is compared with so many others. */
const COMPARED = 200;

/** Shorter names resemble each other by chance. */
const SHORTEST = 4;

/** What was certainly meant by a name: one slip of the fingers away. Two letters apart are names on purpose: internal and external. */
export function mistyped<T extends { readonly name: string }>(wanted: string, candidates: readonly T[]): T | undefined {
  if (wanted.length < SHORTEST || candidates.length > COMPARED) return undefined;
  const near = candidates.map(({ name }) => name).filter((name) => name.length >= SHORTEST && distance(wanted, name) === 1);
  const meant = similarName(wanted, near);
  return candidates.find(({ name }) => name === meant);
}
