import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** The oldest known minor version of Kubernetes. */
export const OLDEST = 17;

/** The newest known minor version of Kubernetes. */
export const NEWEST = 36;

/** The minor version of Kubernetes in a text that `kubectl version` prints: 31 in `v1.31.4`. */
export function parseMinor(version: unknown): number {
  const minor = typeof version === 'string' ? Number(/^v?1\.(\d+)(\D.*)?$/.exec(version)?.[1]) : NaN;
  return minor >= OLDEST && minor <= NEWEST ? minor : reject({
    fact: isNot(version, 'a known Kubernetes version'),
    why: `what each version accepts is known from 1.${OLDEST} to 1.${NEWEST}`,
    fix: `give the version that "kubectl version" prints, for example "1.31"${minor > NEWEST ? `, or the newest known, "1.${NEWEST}"` : ''}`,
    see: 'https://kubernetes.io/releases/',
  });
}
