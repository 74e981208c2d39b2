import type { Duration } from 'cdk8s';
import type { Fields, Inspection } from './inspection';
import { reject } from '../problems/rejection';
import { instanceOf } from '../values/instance';
import { isNot } from '../values/shown';

const LONGEST_SECONDS = 86400;

/** How long a client stays with its Pod. */
export interface ClientIpAffinityOptions {
  /**
   * How long after its last connection a client is still sent to the same Pod: 1 second to 1 day.
   *
   * @default Duration.hours(3)
   */
  readonly timeout?: Duration;
}

/**
 * Which connections belong together and go to the same Pod.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
 */
export class SessionAffinity {
  /**
   * Connections from one client address go to one Pod.
   *
   * Clients behind one NAT address count as one client.
   */
  public static clientIp(options: ClientIpAffinityOptions = {}): SessionAffinity {
    return new SessionAffinity(options.timeout);
  }

  private constructor(
    /** @internal */
    public readonly _timeout?: Duration,
  ) {}
}

/** `spec.sessionAffinity` and its timeout. */
export function renderSessionAffinity(affinity: SessionAffinity | undefined, { problems }: Inspection): Fields {
  const parsed = problems.parseOptional('sessionAffinity', parseAffinity, affinity);
  if (!parsed) return {};
  const timeoutSeconds = problems.parseOptional('sessionAffinity', parseTimeout, parsed._timeout);
  return {
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: timeoutSeconds === undefined ? undefined : { clientIP: { timeoutSeconds } },
  };
}

const SEE = 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity-timeout';

const parseAffinity = instanceOf<SessionAffinity>({
  className: 'SessionAffinity',
  member: '_timeout',
  why: 'it says neither what belongs together nor for how long',
  fix: 'use SessionAffinity.clientIp({ timeout: Duration.minutes(10) }), or leave sessionAffinity out',
  see: SEE,
});

function parseTimeout(timeout: Duration): number {
  if (typeof timeout?.toSeconds !== 'function') return rejectDuration(timeout);
  const seconds = timeout.toSeconds({ integral: false });
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS) return seconds;
  return reject({
    fact: `a timeout of ${seconds} seconds is out of range`,
    why: `the API server takes whole seconds from 1 to ${LONGEST_SECONDS} (one day)`,
    fix: `use SessionAffinity.clientIp({ timeout: Duration.${nearest(seconds)} })`,
    see: SEE,
  });
}

function nearest(seconds: number): string {
  if (seconds > LONGEST_SECONDS) return 'hours(24)';
  return seconds < 1 ? 'hours(3)' : `seconds(${Math.round(seconds)})`;
}

function rejectDuration(timeout: unknown): never {
  return reject({
    fact: isNot(timeout, 'a Duration'),
    why: 'a number alone has no unit',
    fix: `use SessionAffinity.clientIp({ timeout: Duration.seconds(${Number.isInteger(timeout) ? timeout : 600}) })`,
    see: SEE,
  });
}
