import type { Listener } from '../../model/forward';

/** The kind of route that goes with a protocol. */
export function routeKind({ protocol }: Pick<Listener, 'protocol'>): string {
  return `${protocol}Route`;
}
