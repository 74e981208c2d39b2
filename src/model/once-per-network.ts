import type { Network } from './network';

/** Computes something of a network when it is first asked for, and remembers it: several checks look at the same view. */
export function oncePerNetwork<T>(compute: (network: Network) => T): (network: Network) => T {
  const known = new WeakMap<Network, { readonly value: T }>();
  return (network) => {
    const entry = known.get(network) ?? { value: compute(network) };
    known.set(network, entry);
    return entry.value;
  };
}
