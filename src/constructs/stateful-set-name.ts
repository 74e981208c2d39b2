import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';

const LIMIT = 52;

/**
 * The name of a StatefulSet whose Pods can be made and whose governing Service is named after it.
 *
 * Its Pods get the label `controller-revision-hash` with the name, "-" and up to 10 characters: 63 at most together.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/64023
 */
export function parseStatefulSetName(name: string): string {
  if (isStatefulSetName(name)) return name;
  const isTooLong = typeof name === 'string' && name.length > LIMIT;
  return reject({
    fact: isTooLong ? `the name "${name}" has ${name.length} characters` : isNot(name, 'a StatefulSet name'),
    why: isTooLong
      ? `a label of the Pods is the name and a hash, 63 characters at most: with a name above ${LIMIT} no Pod is made`
      : 'Pods and the governing Service are named after it: lower-case letters, digits and "-", starting with a letter, no dot',
    fix: `use "${nearestName(name)}"`,
    see: isTooLong
      ? 'https://github.com/kubernetes/kubernetes/issues/64023'
      : 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  });
}

function isStatefulSetName(name: unknown): boolean {
  return typeof name === 'string' && name.length <= LIMIT && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

function nearestName(name: unknown): string {
  const cleaned = typeof name === 'string' ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-/, '') : '';
  const started = /^[0-9]/.test(cleaned) ? `set-${cleaned}` : cleaned;
  const cut = started.slice(0, LIMIT).replace(/-$/, '');
  return isStatefulSetName(cut) ? cut : 'orders-db';
}
