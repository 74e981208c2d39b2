/** A listener of a Gateway. */
export interface GatewayListener {
  /** Its name, to which routes attach: a DNS name. */
  readonly name: string;

  /** The port that clients connect to: 1-65535. */
  readonly listenPort: number;

  /**
   * Its protocol: "TCP", "UDP", "HTTP", "HTTPS", "TLS" or one of the implementation.
   *
   * @default "TCP"
   */
  readonly protocol?: string;
}

/** What is known about a Gateway that someone else makes. */
export interface ExistingGatewayProps {
  /** The name of the Gateway: a DNS name, short enough for what is named after it, such as "edge-tcp-5432". */
  readonly gatewayName: string;

  /**
   * The namespace of the Gateway: a DNS label.
   *
   * @default - the one of the routes
   */
  readonly namespaceName?: string;

  /**
   * Its listeners: `kubectl get gateway NAME -o yaml` shows them.
   *
   * @default - none: a ListenerSet is made for every forward
   */
  readonly listeners?: GatewayListener[];

  /**
   * The namespace in which this app makes routes and ListenerSets: a DNS label. It is for this app alone where others use the
   * same Gateway, as what is made is named after the Gateway.
   *
   * @default - the one of the chart
   */
  readonly routeNamespaceName?: string;

  /**
   * Whether the owner of the Gateway has let the routes and ListenerSets of that namespace in, with `allowedRoutes` and
   * `allowedListeners`. As long as it is false, every synthesis says what the owner must allow.
   *
   * @default false
   */
  readonly admitted?: boolean;
}
