import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';
import { providerOf, type Provider } from './provider';
import { ADDRESS_ANNOTATIONS } from './requested-addresses';
import { textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { stageOf } from '../../values/capabilities';

/** A load balancer is asked for an address by a field that not all providers read. */
export const lbIpDeprecated: Check = {
  name: 'lb-ip-deprecated',
  severity: 'warning',
  summary: 'A LoadBalancer asks for its address by spec.loadBalancerIP.',
  why: 'the field is deprecated from Kubernetes 1.24 on, and providers may ignore it: their annotations say more',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  * run(network) {
    if (stageOf('loadBalancerIP', network.circumstances.version) !== 'deprecated') return;
    for (const service of applicationServicesWith(network, { fields: ['loadBalancerIP'] })) {
      const address = textAt(service.object, 'spec', 'loadBalancerIP');
      if (address && !isPlaceholder(address) && service.type === 'LoadBalancer') yield problemOf(service, address, providerOf(service, network));
    }
  },
};

function problemOf(service: ServiceNode, address: string, provider: Provider | undefined): Problem {
  const beside = ADDRESS_ANNOTATIONS.find((key) => service.annotations[key]);
  const base = { object: service, path: ['spec', 'loadBalancerIP'] };
  if (beside !== undefined && provider === 'MetalLB') {
    return {
      ...base,
      fact: `asks for ${address} by loadBalancerIP and for ${service.annotations[beside]} by the annotation ${beside}`,
      why: 'MetalLB gives a Service with both no address at all',
      fix: 'remove loadBalancerIP',
    };
  }
  return {
    ...base,
    severity: provider === 'AWS' ? 'warning' : 'info',
    fact: `asks for the address ${address} by loadBalancerIP${provider === 'AWS' ? ', which the AWS Load Balancer Controller ignores' : ''}`,
    fix: beside === undefined ? INSTEAD[provider ?? 'other'](address) : `remove loadBalancerIP: the annotation ${beside} says it`,
  };
}

const INSTEAD: Readonly<Record<Provider | 'other', (address: string) => string>> = {
  'AWS': () => 'remove it, and add the annotation service.beta.kubernetes.io/aws-load-balancer-eip-allocations, or aws-load-balancer-private-ipv4-addresses for an internal load balancer',
  'Azure': (address) => `write the annotation service.beta.kubernetes.io/azure-load-balancer-ipv${address.includes(':') ? 6 : 4}: ${address} instead`,
  'Cilium': (address) => `write the annotation lbipam.cilium.io/ips: ${address} instead`,
  'GKE': () => 'write the annotation networking.gke.io/load-balancer-ip-addresses with the name of the reserved address instead (GKE 1.29 or newer)',
  'kube-vip': (address) => `write the annotation kube-vip.io/loadbalancerIPs: ${address} instead`,
  'MetalLB': (address) => `write the annotation metallb.io/loadBalancerIPs: ${address} instead (metallb.universe.tf/loadBalancerIPs before MetalLB 0.14.9)`,
  'other': (address) => `use the annotation of your provider instead, for example metallb.io/loadBalancerIPs: ${address} with MetalLB`,
};
