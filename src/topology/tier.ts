/** How far from the client a Pod may be; each of these holds the one before it. */
export type Tier = 'node' | 'zone' | 'region' | 'cluster';

/** What the operator says of all nodes together. */
export interface NodeLayout {
  readonly singleRegion?: boolean;
  readonly singleZone?: boolean;
}

/** The tiers that differ on such nodes; the others are the whole cluster. */
export function tiersOf({ singleRegion, singleZone }: NodeLayout): readonly Tier[] {
  if (singleZone) return ['node', 'cluster'];
  return singleRegion ? ['node', 'zone', 'cluster'] : ['node', 'zone', 'region', 'cluster'];
}

/** An order of preference in terms of these tiers; nothing comes after the whole cluster. */
export function inTermsOf(tiers: readonly Tier[], order: readonly Tier[]): readonly Tier[] {
  const known = order.map((tier) => tiers.includes(tier) ? tier : 'cluster');
  const end = known.indexOf('cluster');
  return end < 0 ? known : known.slice(0, end + 1);
}

/** The tiers that add Pods to those before them: a node in a zone that has no ready Pod has none either. */
export function widening(order: readonly Tier[]): readonly Tier[] {
  const tiers = tiersOf({});
  return order.filter((tier, index) => order.slice(0, index).every((before) => tiers.indexOf(before) < tiers.indexOf(tier)));
}
