import type { Surroundings } from './rule';
import { nextFreePort, type Listener } from '../../../model/forward';
import { userOf } from '../container-ports';

/** Whether a port is another listener's, whatever its protocol, or needed by the controller's Pods. */
export function isTaken(listener: Listener, { plan: { gateway, target }, others }: Surroundings): boolean {
  const { containerPorts } = target.implementation;
  const listenPorts = [...gateway.listeners?.map(({ port }) => port) ?? [], ...others.map(({ listenPort }) => listenPort)];
  return listenPorts.includes(listener.listenPort) || (containerPorts !== undefined && userOf(listener, containerPorts, others) !== undefined);
}

/** What to do about a port that cannot be had. */
export function useAnotherPort({ listenPort, protocol }: Listener, surroundings: Surroundings): string {
  return `use another listenPort, for example ${nextFreePort(listenPort, (candidate) => isTaken({ listenPort: candidate, protocol }, surroundings))}`;
}
