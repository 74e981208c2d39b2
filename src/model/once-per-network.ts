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

/** Computes something of a namespace when it is first asked for, and remembers it: all its objects ask the same. */
export function oncePerNamespace<T>(compute: (network: Network, namespace: string) => T): (network: Network, namespace: string) => T {
  const views = oncePerNetwork(() => new Map<string, { readonly view: T }>());
  return (network, namespace) => {
    const known = views(network).get(namespace) ?? { view: compute(network, namespace) };
    views(network).set(namespace, known);
    return known.view;
  };
}
