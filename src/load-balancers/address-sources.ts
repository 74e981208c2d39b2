import type { BalancedService, LoadBalancerFields } from './load-balancer-settings';
import type { Inspection } from '../service-spec/inspection';
import { shown } from '../values/shown';

// MetalLB refuses such a Service, Cilium asks for the addresses of both, the others ignore the field.
// https://github.com/metallb/metallb/blob/main/controller/service.go
// https://github.com/cilium/cilium/blob/main/operator/pkg/lbipam/lbipam.go
const ADDRESS_ANNOTATIONS = [
  'metallb.io/loadBalancerIPs',
  'metallb.universe.tf/loadBalancerIPs',
  'lbipam.cilium.io/ips',
  'io.cilium/lb-ipam-ips',
  'kube-vip.io/loadbalancerIPs',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4',
  'service.beta.kubernetes.io/azure-load-balancer-ipv6',
  'networking.gke.io/load-balancer-ip-addresses',
];

/** Reports an annotation of the user that asks for addresses beside `loadBalancerIP`. */
export function checkOneAddressSource({ loadBalancerIP }: LoadBalancerFields, service: BalancedService, { problems }: Inspection): void {
  if (loadBalancerIP === undefined) return;
  const given = new Map(Object.entries(service.metadata?.annotations ?? {}));
  for (const annotation of ADDRESS_ANNOTATIONS.filter((key) => given.has(key))) {
    problems.add(`metadata.annotations["${annotation}"]`, {
      fact: `${shown(given.get(annotation))} is asked for beside loadBalancerIP ${loadBalancerIP}`,
      why: 'MetalLB gives a Service with both no address at all, and other load balancers follow one of them silently',
      fix: `remove the annotation; loadBalancer already asks for ${loadBalancerIP}`,
      see: 'https://metallb.io/usage/#requesting-specific-ips',
    });
  }
}
