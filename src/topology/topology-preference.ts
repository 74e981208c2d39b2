import type { TopologyKey } from './topology-key';
import type { WhenInexact } from './when-inexact';

/** Where connections should go first, and what is known of the cluster that bears on it. */
export interface TopologyPreferenceProps {
  /**
   * The order in which Pods are tried: the first key wins that has a ready Pod. Without `TopologyKey.ANY` at its end,
   * connections fail where no key has one. An empty list prefers nothing.
   *
   * It is kept for connections to the Service's cluster address. Connections from outside follow it where
   * `externalTrafficPolicy` is not Local; `[TopologyKey.HOSTNAME]` does not restrict them from Kubernetes 1.22 on.
   * It holds with kube-proxy; other data planes may overlook it.
   *
   * @throws if a key is given twice, or one comes after `TopologyKey.ANY`
   */
  readonly prefer: TopologyKey[];

  /**
   * What to do where the target cannot say exactly this order.
   *
   * @default WhenInexact.REFUSE
   */
  readonly whenInexact?: WhenInexact;

  /**
   * That all nodes are in one region, so that the region is the whole cluster.
   *
   * No Kubernetes version from 1.21 on can prefer a region: with this, an order with a region can be said exactly.
   *
   * @default false
   */
  readonly singleRegion?: boolean;

  /**
   * That all nodes are in one zone, or that none has a zone label, so that zone and region are the whole cluster.
   *
   * @default false
   */
  readonly singleZone?: boolean;

  /**
   * The feature gates, off by default in the target, that the operator has opened on every component: "TopologyAwareHints"
   * on 1.21 to 1.23, "ServiceTrafficDistribution" on 1.30, "PreferSameTrafficDistribution" on 1.33.
   *
   * @default - on 1.17 to 1.21 those that `topologyKeys` needs, see `requiredFeatureGates`; else none
   */
  readonly openFeatureGates?: string[];
}
