/** What is known about a HAProxy controller that someone else deploys. */
export interface ExistingHaproxyIngressProps {
  /**
   * The namespace of the controller: a DNS label.
   *
   * @default "haproxy-controller"
   */
  readonly namespaceName?: string;

  /**
   * The Deployment or DaemonSet of the controller.
   *
   * @default "haproxy-kubernetes-ingress"
   */
  readonly controllerName?: string;

  /**
   * The Service that clients come in through.
   *
   * @default "haproxy-kubernetes-ingress"
   */
  readonly serviceName?: string;

  /**
   * The type of that Service: "LoadBalancer", "NodePort" or "ClusterIP".
   *
   * @default "NodePort"
   */
  readonly serviceType?: string;

  /**
   * The annotations of that Service, as far as they matter: PROXY protocol, load-balancer type.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };

  /**
   * The arguments of the controller: `kubectl get deployment haproxy-kubernetes-ingress -o yaml` shows them.
   *
   * They say which ConfigMap it reads, which ports are its own and which namespaces it watches.
   *
   * @default - the flag `--configmap-tcp-services` with "tcp-services" in its namespace
   */
  readonly args?: string[];
}
