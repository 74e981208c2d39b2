import { TopologyKey } from '../../src';

const { HOSTNAME, ZONE, REGION, ANY } = TopologyKey;

/** Every order that names no key twice and nothing behind ANY. */
export const ORDERS: TopologyKey[][] = [[], [ANY], ...permutations([HOSTNAME, ZONE, REGION]).flatMap((keys) => [keys, [...keys, ANY]])];

/** The orders from near to far: each key adds Pods to those before it. */
export const WIDENING_ORDERS = ORDERS.filter((order) => isWidening(order));

/** The minors of Kubernetes 1 that the library knows. */
export const MINORS = Array.from({ length: 20 }, (_, index) => 17 + index);

/** The order without the keys that add nothing: Pods on the client's node are in its zone. */
export function withoutIdleKeys(order: readonly TopologyKey[]): TopologyKey[] {
  return order.filter((_, index) => order.slice(0, index).every((before) => width(before) < width(order[index])));
}

/** `[hostname, zone, *]` */
export function spelledShort(order: readonly TopologyKey[]): string {
  return `[${order.map(({ label }) => label.split('/').pop()).join(', ')}]`;
}

function isWidening(order: readonly TopologyKey[]): boolean {
  return order.every((key, index) => index === 0 || width(order[index - 1]) < width(key));
}

function width(key: TopologyKey): number {
  return [HOSTNAME, ZONE, REGION, ANY].indexOf(key);
}

function permutations(keys: readonly TopologyKey[]): TopologyKey[][] {
  return keys.flatMap((key) => [[key], ...permutations(keys.filter((other) => other !== key)).map((rest) => [key, ...rest])])
    .sort((a, b) => a.length - b.length);
}
