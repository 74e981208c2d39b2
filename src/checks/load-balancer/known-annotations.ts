/** The annotations that providers read on a Service of type LoadBalancer, by their prefix. */
export const KNOWN_ANNOTATIONS: ReadonlyArray<readonly [prefix: string, names: readonly string[]]> = [
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
  // https://cloud-provider-aws.sigs.k8s.io/service_controller/
  ['service.beta.kubernetes.io/aws-load-balancer-', [
    'access-log-emit-interval', 'access-log-enabled', 'access-log-s3-bucket-name', 'access-log-s3-bucket-prefix', 'additional-resource-tags', 'alpn-policy',
    'attributes', 'backend-protocol', 'connection-draining-enabled', 'connection-draining-timeout', 'connection-idle-timeout',
    'cross-zone-load-balancing-enabled', 'eip-allocations', 'enable-tcp-udp-listener', 'extra-security-groups', 'healthcheck-healthy-threshold',
    'healthcheck-interval', 'healthcheck-path', 'healthcheck-port', 'healthcheck-protocol', 'healthcheck-success-codes', 'healthcheck-timeout',
    'healthcheck-unhealthy-threshold', 'inbound-sg-rules-on-private-link-traffic', 'internal', 'ip-address-type', 'ipv6-addresses', 'listener-attributes',
    'manage-backend-security-group-rules', 'minimum-load-balancer-capacity', 'multi-cluster-target-group', 'name', 'nlb-target-type', 'private-ipv4-addresses',
    'proxy-protocol', 'proxy-protocol-per-target-group', 'scheme', 'security-group-prefix-lists', 'security-groups', 'ssl-cert', 'ssl-negotiation-policy',
    'ssl-ports', 'subnets', 'target-group-attributes', 'target-node-labels', 'type',
  ]],
  // https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
  ['service.beta.kubernetes.io/azure-', [
    'additional-public-ips', 'allowed-ip-ranges', 'allowed-service-tags', 'deny-all-except-load-balancer-source-ranges', 'disable-load-balancer-floating-ip',
    'dns-label-name', 'load-balancer-configurations', 'load-balancer-disable-tcp-reset', 'load-balancer-enable-high-availability-ports',
    'load-balancer-health-probe-interval', 'load-balancer-health-probe-num-of-probe', 'load-balancer-health-probe-protocol',
    'load-balancer-health-probe-request-path', 'load-balancer-internal', 'load-balancer-internal-subnet', 'load-balancer-ipv4', 'load-balancer-ipv6',
    'load-balancer-mode', 'load-balancer-resource-group', 'load-balancer-tcp-idle-timeout', 'pip-ip-tags', 'pip-name', 'pip-name-ipv6', 'pip-prefix-id',
    'pip-prefix-id-ipv6', 'pip-tags', 'pls-auto-approval', 'pls-create', 'pls-fqdns', 'pls-ip-configuration-ip-address',
    'pls-ip-configuration-ip-address-count', 'pls-ip-configuration-subnet', 'pls-name', 'pls-proxy-protocol', 'pls-resource-group', 'pls-visibility',
    'shared-securityrule',
  ]],
  // https://docs.cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters
  ['networking.gke.io/', [
    'internal-load-balancer-allow-global-access', 'internal-load-balancer-subnet', 'load-balancer-ip-addresses', 'load-balancer-subnet', 'load-balancer-type',
    'weighted-load-balancing',
  ]],
  // https://metallb.io/usage/
  ['metallb.io/', ['address-pool', 'allow-shared-ip', 'ip-allocated-from-pool', 'loadBalancerIPs']],
  ['metallb.universe.tf/', ['address-pool', 'allow-shared-ip', 'ip-allocated-from-pool', 'loadBalancerIPs']],
  // https://docs.cilium.io/en/stable/network/lb-ipam/
  ['lbipam.cilium.io/', ['ips', 'sharing-cross-namespace', 'sharing-key', 'sharing-permit-different-pods']],
  // https://kube-vip.io/docs/usage/kubernetes-services/
  ['kube-vip.io/', [
    'egress', 'egress-allowed-networks', 'egress-denied-networks', 'egress-destination-ports', 'egress-source-ports', 'forwardUPNP', 'hwaddr', 'ignore',
    'leaseName', 'loadbalancerHostname', 'loadbalancerIPs', 'requestedIP', 'serviceInterface', 'serviceVLAN', 'vipHost',
  ]],
  // https://docs.digitalocean.com/products/kubernetes/how-to/configure-load-balancers/
  ['service.beta.kubernetes.io/do-loadbalancer-', [
    'algorithm', 'allow-rules', 'certificate-id', 'certificate-name', 'deny-rules', 'disable-lets-encrypt-dns-records', 'enable-backend-keepalive',
    'enable-proxy-protocol', 'healthcheck-check-interval-seconds', 'healthcheck-healthy-threshold', 'healthcheck-path', 'healthcheck-port',
    'healthcheck-protocol', 'healthcheck-response-timeout-seconds', 'healthcheck-unhealthy-threshold', 'hostname', 'http-idle-timeout-seconds', 'http-ports',
    'http2-ports', 'http3-port', 'name', 'network', 'network-stack', 'override-healthcheck', 'protocol', 'redirect-http-to-https', 'size-slug', 'size-unit',
    'sticky-sessions-cookie-name', 'sticky-sessions-cookie-ttl', 'sticky-sessions-type', 'tls-cipher-policy', 'tls-passthrough', 'tls-ports', 'type',
  ]],
];

/** The known annotations with the prefix of a key; nothing where the prefix belongs to nobody. */
export function siblingsOf(key: string): { readonly prefix: string; readonly names: readonly string[] } | undefined {
  const found = KNOWN_ANNOTATIONS.find(([prefix]) => key.startsWith(prefix));
  return found && { prefix: found[0], names: found[1] };
}

/** Whether a key means something to a provider of load balancers. Some names go on behind a dot: `listener-attributes.TCP-443`. */
export function isKnownAnnotation(key: string): boolean {
  const siblings = siblingsOf(key);
  return siblings !== undefined && siblings.names.includes(key.slice(siblings.prefix.length).split('.')[0]);
}
