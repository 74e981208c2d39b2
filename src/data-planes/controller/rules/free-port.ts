import { nextFreePort, type Listener } from '../../../model/forward';
import { isInUse } from '../ports-in-use';
import type { Surroundings } from './rule';

/** Whether a listener is the controller's own, or leads somewhere already. */
export function isTaken(listener: Listener, { ports, others }: Pick<Surroundings, 'ports' | 'others'>): boolean {
  return isInUse(ports, listener) || others.isOpen(listener) || others.on(listener) !== undefined;
}

/** What to do about a port that cannot be had. */
export function useAnotherPort({ listenPort, protocol }: Listener, surroundings: Surroundings): string {
  return `use another listenPort, for example ${nextFreePort(listenPort, (candidate) => isTaken({ listenPort: candidate, protocol }, surroundings))}`;
}
