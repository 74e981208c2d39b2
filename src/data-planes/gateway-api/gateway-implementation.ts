/**
 * The controller behind the Gateway API.
 *
 * @see https://gateway-api.sigs.k8s.io/implementations/
 */
export enum GatewayImplementation {
  /** AWS Load Balancer Controller: a Network Load Balancer for each Gateway. */
  AWS_LOAD_BALANCER_CONTROLLER = 'aws-load-balancer-controller',
  /** Cilium. */
  CILIUM = 'cilium',
  /** Contour with its Gateway provisioner. */
  CONTOUR = 'contour',
  /** Envoy Gateway. */
  ENVOY_GATEWAY = 'envoy-gateway',
  /** The Gateway controller of Google Kubernetes Engine: HTTP only. */
  GKE = 'gke',
  /** Istio. */
  ISTIO = 'istio',
  /** kgateway with Envoy. */
  KGATEWAY = 'kgateway',
  /** Kong Operator. */
  KONG_OPERATOR = 'kong-operator',
  /** NGINX Gateway Fabric. */
  NGINX_GATEWAY_FABRIC = 'nginx-gateway-fabric',
  /** Traefik. */
  TRAEFIK = 'traefik',
}
