/** What is known about a controller that someone else deploys. */
export interface ExistingControllerProps {
  /**
   * The namespace of the controller: a DNS label.
   *
   * @default - as upstream's manifest: "ingress-nginx", "haproxy-controller"
   */
  readonly namespaceName?: string;

  /**
   * The Deployment or DaemonSet of the controller: a DNS name.
   *
   * @default - as upstream's manifest: "ingress-nginx-controller", "haproxy-kubernetes-ingress"
   */
  readonly controllerName?: string;

  /**
   * The Service that clients come in through: a DNS label that starts with a letter.
   *
   * @default - as upstream's manifest: "ingress-nginx-controller", "haproxy-kubernetes-ingress"
   */
  readonly serviceName?: string;

  /**
   * The type of that Service: "LoadBalancer", "NodePort" or "ClusterIP".
   *
   * @default - as upstream's manifest: "LoadBalancer" of ingress-nginx, "NodePort" of HAProxy
   */
  readonly serviceType?: string;

  /**
   * The annotations of that Service, as far as they matter: PROXY protocol, load-balancer type.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };

  /**
   * The arguments of the controller: `kubectl get deployment NAME -o yaml` shows them.
   *
   * They say which ConfigMaps it reads, which ports are reserved and which namespaces it watches.
   *
   * @default - the flags that name its ConfigMaps, with "tcp-services" and "udp-services" in its namespace
   */
  readonly args?: string[];
}
