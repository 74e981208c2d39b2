import { sendsSomeProxyHeader } from '../../data-planes/controller/load-balancer-proxy-protocol';

/** Who writes down what was done, and asks for nothing. */
const BOOKKEEPING = [
  'kubectl.kubernetes.io/', 'meta.helm.sh/', 'helm.sh/', 'argocd.argoproj.io/', 'kustomize.toolkit.fluxcd.io/', 'helm.toolkit.fluxcd.io/', 'config.kubernetes.io/',
  'internal.config.kubernetes.io/', 'field.cattle.io/', 'objectset.rio.cattle.io/', 'cdk8s-l4/', 'cloud.google.com/neg-status', 'deployment.kubernetes.io/',
  'metallb.io/ip-allocated-from-pool', 'metallb.universe.tf/ip-allocated-from-pool', 'kube-vip.io/vipHost', 'kubernetes.digitalocean.com/load-balancer-id',
];

/** Those who make load balancers, by the beginning of what they read. */
const LOAD_BALANCERS = [
  'service.beta.kubernetes.io/', 'service.kubernetes.io/', 'networking.gke.io/', 'cloud.google.com/', 'metallb.io/', 'metallb.universe.tf/', 'lbipam.cilium.io/', 'io.cilium/',
  'kube-vip.io/', 'load-balancer.hetzner.cloud/', 'loadbalancer.openstack.org/', 'oci.oraclecloud.com/', 'oci-network-load-balancer.oraclecloud.com/',
  'kubernetes.digitalocean.com/', 'loadbalancer.ovhcloud.com/', 'k8s.scaleway.com/', 'service.cloudscale.ch/', 'k8s.cloudscale.ch/',
];

/** What asks for an address, or for the right to share one. */
export const ADDRESS_ANNOTATIONS: readonly string[] = [
  'metallb.io/loadBalancerIPs', 'metallb.universe.tf/loadBalancerIPs', 'lbipam.cilium.io/ips', 'io.cilium/lb-ipam-ips', 'kube-vip.io/loadbalancerIPs',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4', 'service.beta.kubernetes.io/azure-load-balancer-ipv6', 'service.beta.kubernetes.io/azure-pip-name',
  'service.beta.kubernetes.io/azure-pip-name-ipv6', 'networking.gke.io/load-balancer-ip-addresses', 'service.beta.kubernetes.io/aws-load-balancer-eip-allocations',
  'service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses', 'service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses',
  'service.beta.kubernetes.io/aws-load-balancer-name', 'kubernetes.digitalocean.com/load-balancer-name', 'service.beta.kubernetes.io/do-loadbalancer-name',
  'load-balancer.hetzner.cloud/name', 'service.beta.kubernetes.io/scw-loadbalancer-ip-ids', 'service.beta.kubernetes.io/azure-dns-label-name',
];

export const NAME_ANNOTATIONS = /^external-dns\.alpha\.kubernetes\.io\//;

export function isBookkeeping(key: string): boolean {
  return BOOKKEEPING.some((prefix) => key.startsWith(prefix));
}

export function isForLoadBalancer(key: string): boolean {
  return LOAD_BALANCERS.some((prefix) => key.startsWith(prefix));
}

/** Whether an annotation says how the load balancer finds out that its targets are alive. */
export function isHealthCheck(key: string): boolean {
  return isForLoadBalancer(key) && /health-?(check|probe)/i.test(key);
}

/** Whether an annotation makes the load balancer send a PROXY header. */
export function isProxyHeader(key: string, value: unknown): boolean {
  return typeof value === 'string' && sendsSomeProxyHeader(key, value);
}
