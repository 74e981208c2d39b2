import { routeName } from '../../data-planes/gateway-api/object-names';
import { routeKind } from '../../data-planes/gateway-api/route-kind';
import { listenerOf } from '../../model/forward';
import type { InputEntry } from '../input/installation';
import type { Migration } from '../migration';

/** What became of an entry. */
export interface Outcome {
  readonly entry: InputEntry;
  /** Empty where the entry has a loss instead. */
  readonly routes: readonly RouteReference[];
}

export interface RouteReference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Where clients connect: `5432/TCP`. */
  readonly listener: string;
}

export function outcomesOf({ entries, routed, gateway }: Migration): Outcome[] {
  const routes = new Map(routed.map(({ entry, forwards }) => [entry, forwards.map((forward): RouteReference => ({
    kind: routeKind(forward), namespace: gateway.routeNamespace, name: routeName(gateway, forward), listener: listenerOf(forward),
  }))]));
  return entries.map((entry) => ({ entry, routes: routes.get(entry) ?? [] }));
}
