import { checkFamilies } from './address-families';
import type { BalancedService, LoadBalancerFields } from './load-balancer-settings';
import { parseStaticAddress } from './static-addresses';
import type { Inspection } from '../service-spec/inspection';

/** `spec.loadBalancerIP`: the one address that every version of the API has a field for. */
export function renderAddress(ip: string, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const address = parseStaticAddress('loadBalancer.address', ip, inspection.problems);
  if (address === undefined) return {};
  checkFamilies([address], service, inspection);
  return { loadBalancerIP: address.text };
}
