/**
 * The controller behind the Gateway API. For each is said which of its releases watch which version of `TCPRoute` and `UDPRoute`:
 * that version the cluster has to serve.
 *
 * @see https://gateway-api.sigs.k8s.io/implementations/
 */
export enum GatewayImplementation {
  /** AWS Load Balancer Controller, a Network Load Balancer for each Gateway. Routes v1: 3.5 and newer; v1alpha2: 2.13.3 to 3.4. */
  AWS_LOAD_BALANCER_CONTROLLER = 'aws-load-balancer-controller',
  /** Cilium. Routes v1: 1.20 and newer; v1alpha2: none. */
  CILIUM = 'cilium',
  /** Contour with its Gateway provisioner. Routes v1: none; v1alpha2: 1.26 and newer. */
  CONTOUR = 'contour',
  /** Envoy Gateway. Routes v1: 1.9 and newer; v1alpha2: 1.8 and older. */
  ENVOY_GATEWAY = 'envoy-gateway',
  /** The Gateway controller of Google Kubernetes Engine, HTTP only. Routes v1: none; v1alpha2: none. */
  GKE = 'gke',
  /** Istio. Routes v1: 1.31 and newer; v1alpha2: 1.30 and older with PILOT_ENABLE_ALPHA_GATEWAY_API=true. */
  ISTIO = 'istio',
  /** kgateway with Envoy. Routes v1: 2.4 and newer; v1alpha2: 2.3 and older. */
  KGATEWAY = 'kgateway',
  /** Kong Operator. Routes v1: 2.3 and newer; v1alpha2: 2.2 and older. */
  KONG_OPERATOR = 'kong-operator',
  /** NGINX Gateway Fabric. Routes v1: 2.7 and newer; v1alpha2: 2.4 to 2.6 with --gateway-api-experimental-features. */
  NGINX_GATEWAY_FABRIC = 'nginx-gateway-fabric',
  /** Traefik. Routes v1: 3.8 and newer; v1alpha2: 3.1 to 3.7 with providers.kubernetesGateway.experimentalChannel. */
  TRAEFIK = 'traefik',
}
