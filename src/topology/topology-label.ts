import type { Tier } from './tier';

/** The label of nodes that tells a tier, and what stands for the whole cluster. */
export const LABEL_OF_TIER: Readonly<Record<Tier, string>> = {
  node: 'kubernetes.io/hostname',
  zone: 'topology.kubernetes.io/zone',
  region: 'topology.kubernetes.io/region',
  cluster: '*',
};
