/** A Service as DNS names it inside a cluster. */
export interface ClusterName {
  readonly name: string;
  readonly namespace: string;
  /** Whether the domain of the cluster follows, without which the name leads nowhere. */
  readonly isComplete: boolean;
  /** Whether it says that it is the name of a Service. */
  readonly isMarked: boolean;
}

/** Reads `orders.shop.svc.cluster.local`, or what there is of it from `orders.shop` on; the domain is that of nearly every cluster. */
export function clusterNameIn(host: string): ClusterName | undefined {
  const match = /^([^.]+)\.([^.]+)(\.svc(\.cluster\.local)?)?\.?$/.exec(host.toLowerCase());
  return match ? { name: match[1], namespace: match[2], isComplete: match[4] !== undefined, isMarked: match[3] !== undefined } : undefined;
}
