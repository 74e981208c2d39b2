/** Everything in which the providers' installations differ. */
export interface Installation {
  readonly workloadKind: 'Deployment' | 'DaemonSet';
  readonly serviceType: 'LoadBalancer' | 'NodePort';
  /** Left out, a connection may be passed on to another node. */
  readonly externalTrafficPolicy?: 'Local';
  /** Settings for whoever makes the load balancer. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** The container port, by name, that the Service ports `http` and `https` lead to. */
  readonly serviceTargets: { readonly http: string; readonly https: string };
  /** Settings of the controller. */
  readonly configMapData?: Readonly<Record<string, string>>;
  /** Whether Ingresses show the address of the controller's Service. */
  readonly publishesServiceAddress: boolean;
  readonly furtherArgs: readonly string[];
  /** Where the container listens, beside the webhook. */
  readonly containerPorts: readonly ListeningPort[];
  readonly tolerations?: readonly Toleration[];
  readonly terminationGracePeriodSeconds: number;
  /** Left out, the API server waits ten seconds. */
  readonly webhookTimeoutSeconds?: number;
}

export interface ListeningPort {
  readonly name: string;
  readonly containerPort: number;
  readonly hostPort?: number;
}

export interface Toleration {
  readonly key: string;
  readonly operator: string;
  readonly effect: string;
}
