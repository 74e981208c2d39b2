import type { Destination, Effect, Route } from './effect';
import type { Tier } from './tier';

const PLACES: Readonly<Record<Tier, string>> = { node: 'on its node', zone: 'in its zone', region: 'in its region', cluster: 'in the cluster' };

/** What happens otherwise than wished, a clause for each kind of client; none where nothing does. */
export function differencesBetween(offered: Effect, wished: Effect): string[] {
  const changes = offered.map((route, index) => change(route, wished[index]));
  const starts = changes.flatMap((text, index) => text !== undefined && text !== changes[index - 1] ? [index] : []);
  return starts.map((start) => {
    const length = changes.slice(start).findIndex((text) => text !== changes[start]);
    return `a client ${situation(wished, start, length < 0 ? changes.length : start + length)} ${changes[start]}`;
  });
}

/** An order in words: `a Pod in the client's zone, then any Pod`. */
export function describeOrder(order: readonly Tier[]): string {
  const pods = order.map(podWithin).join(', then ').replace('its', 'the client\'s');
  return order.includes('cluster') ? pods : `${pods}, else a failure`;
}

function change({ destination }: Route, wish: Route): string | undefined {
  if (destination === wish.destination) return undefined;
  return `gets ${podWithin(destination)} instead of ${podWithin(wish.destination).replace('a Pod', 'one')}`;
}

/** Where the nearest ready Pod is, for the routes from one index to before another. */
function situation(effect: Effect, start: number, end: number): string {
  if (start === 0) return `with a ready Pod ${PLACES[effect[end - 1].nearest]}`;
  if (end === effect.length) return `without a ready Pod ${PLACES[effect[start - 1].nearest]}`;
  return `whose nearest ready Pod is elsewhere ${PLACES[effect[end - 1].nearest]}`;
}

function podWithin(destination: Destination): string {
  if (destination === 'nowhere') return 'a failure';
  return destination === 'cluster' ? 'any Pod' : `a Pod ${PLACES[destination]}`;
}
