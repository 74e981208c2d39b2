/** The names of a Gateway and of what belongs to it. */
export interface GatewayNames {
  readonly namespace: string;
  readonly name: string;
  /** The namespace of the routes, and of ListenerSets. */
  readonly routeNamespace: string;
}
