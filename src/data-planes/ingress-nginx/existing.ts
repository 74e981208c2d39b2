/** What is known about a controller that someone else deploys. */
export interface ExistingIngressNginxProps {
  /**
   * The namespace of the controller: a DNS label.
   *
   * @default "ingress-nginx"
   */
  readonly namespaceName?: string;

  /**
   * The Deployment or DaemonSet of the controller.
   *
   * @default "ingress-nginx-controller"
   */
  readonly controllerName?: string;

  /**
   * The Service that clients come in through.
   *
   * @default "ingress-nginx-controller"
   */
  readonly serviceName?: string;

  /**
   * The type of that Service: "LoadBalancer", "NodePort" or "ClusterIP".
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;

  /**
   * The annotations of that Service, as far as they matter: PROXY protocol, load-balancer type.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };

  /**
   * The arguments of the controller: `kubectl get deployment ingress-nginx-controller -o yaml` shows them.
   *
   * They say which ConfigMaps it reads, which ports are reserved and which namespace it watches.
   *
   * @default - the flags `--tcp-services-configmap` and `--udp-services-configmap` with "tcp-services" and "udp-services" in its namespace
   */
  readonly args?: string[];
}
