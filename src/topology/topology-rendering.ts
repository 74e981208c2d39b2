/** How an order of preference was said to a Kubernetes version. */
export interface TopologyRendering {
  /** The field or annotation with its value: "trafficDistribution: PreferSameZone"; "none" where nothing had to be said. */
  readonly mechanism: string;

  /** Whether connections inside the cluster go exactly where the order says. */
  readonly exact: boolean;

  /**
   * What happens otherwise than asked, as a sentence to print.
   *
   * @default - nothing: it is exact
   */
  readonly difference?: string;
}
