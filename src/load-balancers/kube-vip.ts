import { checkFamilies } from './address-families';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { requestAddresses } from './requested-addresses';
import { parseReachableAddress, parseStaticAddresses } from './static-addresses';
import type { Inspection } from '../service-spec/inspection';
import { parseAnnotationValue } from '../values/annotation-value';
import { parseDnsSubdomain } from '../values/dns-name';
import type { IpAddress } from '../values/ip-address';

/**
 * What is asked of kube-vip.
 *
 * Services share an address when all of them ask for it and their ports differ. Where kube-vip elects a leader for each
 * Service they need the same `leaseName`, too, or two nodes hold the address.
 *
 * @see https://kube-vip.io/docs/usage/kubernetes-services/
 */
export interface KubeVipLoadBalancerOptions {
  /**
   * The static addresses, of the families of the Service; "0.0.0.0" or "::" asks a DHCP server for one.
   *
   * Rendered as kube-vip's annotation for Kubernetes 1.24 and newer (kube-vip 0.5.12), and as `spec.loadBalancerIP` before
   * if it is one.
   *
   * @default - an address from the kube-vip cloud provider
   */
  readonly addresses?: string[];

  /**
   * The name of the Lease by which the nodes elect the one that holds the address: a DNS name.
   *
   * @default - a lease for each Service
   */
  readonly leaseName?: string;
}

/** What kube-vip reads. */
export function renderKubeVip(options: KubeVipLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const addresses = parseStaticAddresses(options.addresses, inspection.problems, parseAddressOrDhcp);
  checkFamilies(addresses, service, inspection);
  const { annotations, ...fields } = requestAddresses('kube-vip.io/loadbalancerIPs', addresses, inspection);
  return {
    annotations: givenAnnotations({
      ...annotations,
      'kube-vip.io/leaseName': inspection.problems.parseOptional('loadBalancer.leaseName', parseLeaseName, options.leaseName),
    }),
    ...fields,
  };
}

function parseAddressOrDhcp(text: string): IpAddress {
  if (text === '0.0.0.0') return { text, family: 'IPv4' };
  return text === '::' ? { text, family: 'IPv6' } : parseReachableAddress(text);
}

function parseLeaseName(name: string): string {
  return parseDnsSubdomain(parseAnnotationValue(name));
}
