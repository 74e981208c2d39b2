import type { ServicePortNode } from '../../model/service-node';

/** The nearest number above a port that the Service does not have for its protocol. */
export function freePort(ports: readonly ServicePortNode[], { port = 0, protocol }: ServicePortNode): number {
  const taken = new Set(ports.filter((other) => other.protocol === protocol).map((other) => other.port));
  let free = port;
  do free = free >= 65535 ? 1 : free + 1; while (taken.has(free));
  return free;
}
