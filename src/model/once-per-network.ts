import type { Network } from './network';

/** Computes something of a network when it is first asked for, and remembers it: several checks look at the same view. */
export function oncePerNetwork<T>(compute: (network: Network) => T): (network: Network) => T {
  return (network) => {
    const known = network.views.get(compute);
    if (known !== undefined || network.views.has(compute)) return known as T;
    const view = compute(network);
    network.views.set(compute, view);
    return view;
  };
}
