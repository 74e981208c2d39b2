import { inTermsOf, type Tier } from './tier';

/** Where a connection goes: to a Pod within a tier, or nowhere because it fails. */
export type Destination = Tier | 'nowhere';

/** The destination for one place where the nearest ready Pod may be. */
export interface Route {
  readonly nearest: Tier;
  readonly destination: Destination;
}

/** All that an order of preference does: a route for each tier, the near before the far. */
export type Effect = readonly Route[];

const FARNESS: Readonly<Record<Destination, number>> = { node: 0, zone: 1, region: 2, cluster: 3, nowhere: 4 };

/** The effect of an order on nodes that differ in these tiers: the first tier wins that has a ready Pod. */
export function effectOf(order: readonly Tier[], tiers: readonly Tier[]): Effect {
  const known = inTermsOf(tiers, order);
  return tiers.map((nearest) => ({
    nearest,
    destination: known.find((tier) => FARNESS[tier] >= FARNESS[nearest]) ?? 'nowhere',
  }));
}

/** Whether an effect stands in for a wish: it fails no connection that the wish lets through, and keeps some of them as near as asked. */
export function approximates(offered: Effect, wished: Effect): boolean {
  return !wished.some((route, index) => fails(offered[index]) && !fails(route))
    && wished.some((route, index) => isPreference(route) && farnessOf(offered[index]) <= farnessOf(route));
}

/** How much two effects differ: 0 where they are the same. */
export function distanceBetween(offered: Effect, wished: Effect): number {
  return wished.reduce((sum, route, index) => sum + Math.abs(farnessOf(offered[index]) - farnessOf(route)), 0);
}

function fails({ destination }: Route): boolean {
  return destination === 'nowhere';
}

function isPreference({ destination }: Route): boolean {
  return destination !== 'cluster' && destination !== 'nowhere';
}

function farnessOf({ destination }: Route): number {
  return FARNESS[destination];
}
