import { reject } from '../problems/rejection';
import { isNot } from '../values/shown';

const INT32_MAX = 2147483647;

/** How many Pods: a whole number, 0 stops them all. */
export function parseReplicas(replicas: number): number {
  if (Number.isInteger(replicas) && replicas >= 0 && replicas <= INT32_MAX) return replicas;
  return reject({
    fact: isNot(replicas, 'a number of replicas'),
    why: 'it is a whole number that is not negative; the API server refuses anything else',
    fix: `use ${nearest(replicas)}`,
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#replicas',
  });
}

function nearest(replicas: unknown): number {
  const isNumeric = typeof replicas === 'number' || (typeof replicas === 'string' && replicas.trim() !== '');
  const number = isNumeric ? Math.round(Number(replicas)) : NaN;
  return number >= 0 && number <= INT32_MAX ? number : 1;
}
