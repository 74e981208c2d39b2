import { isPlaceholder } from '../../kube/placeholder';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** A session that lasts too long, or no time at all. */
export const affinityTimeoutRange: Check = {
  name: 'affinity-timeout-range',
  severity: 'error',
  summary: 'The timeout of a session affinity is no whole number of seconds from 1 to 86400.',
  why: 'the API server refuses the Service',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity-timeout',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['sessionAffinityConfig'] })) yield* problemsOf(service);
  },
};

const ONE_DAY = 86400;
const DEFAULT = 10800;

function* problemsOf(service: ServiceNode): Iterable<Problem> {
  const timeout = field(service, ...TIMEOUT);
  if (field(service, 'spec', 'sessionAffinity') !== 'ClientIP' || timeout === undefined || timeout === null || isPlaceholder(timeout)) return;
  if (typeof timeout === 'number' && Number.isInteger(timeout) && timeout >= 1 && timeout <= ONE_DAY) return;
  yield {
    object: service,
    path: TIMEOUT,
    fact: `has timeoutSeconds ${shown(timeout)}, which is ${typeof timeout === 'number' ? `no whole number from 1 to ${ONE_DAY}` : 'no number'}`,
    fix: `set timeoutSeconds: ${nearest(timeout)}`,
  };
}

const TIMEOUT = ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'] as const;

function nearest(timeout: unknown): number {
  const seconds = ['number', 'string'].includes(typeof timeout) ? Math.round(Number(timeout)) : NaN;
  if (seconds > ONE_DAY) return ONE_DAY;
  return seconds >= 1 ? seconds : DEFAULT;
}
