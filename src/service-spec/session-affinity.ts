import type { Duration } from 'cdk8s';
import type { Fields, Inspection } from './inspection';

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
    return new SessionAffinity(options.timeout?.toSeconds());
  }

  private constructor(
    /** @internal */
    public readonly _timeoutSeconds?: number,
  ) {}
}

export function renderSessionAffinity(affinity: SessionAffinity | undefined, { problems }: Inspection): Fields {
  if (!affinity) return {};
  const timeoutSeconds = affinity._timeoutSeconds;
  if (timeoutSeconds !== undefined && (timeoutSeconds < 1 || timeoutSeconds > LONGEST_SECONDS)) {
    problems.add('sessionAffinity', {
      fact: `a timeout of ${timeoutSeconds} seconds is out of range`,
      why: `the API server takes 1 to ${LONGEST_SECONDS} seconds (one day)`,
      fix: `use SessionAffinity.clientIp({ timeout: Duration.hours(${timeoutSeconds < 1 ? 3 : 24}) })`,
      see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity-timeout',
    });
  }
  return {
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: timeoutSeconds === undefined ? undefined : { clientIP: { timeoutSeconds } },
  };
}
