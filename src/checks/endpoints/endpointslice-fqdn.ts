import { handMadeEndpoints } from './hand-made-endpoints';
import { isSlice, type EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import { groupOf } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { Check } from '../check';

/** An EndpointSlice lists host names. */
export const endpointsliceFqdn: Check = {
  name: 'endpointslice-fqdn',
  severity: 'warning',
  summary: 'An EndpointSlice lists host names: addressType FQDN.',
  why: 'kube-proxy uses IPv4 and IPv6 slices only, so the Service has no endpoints and connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#address-types',
  * run(network) {
    for (const slice of handMadeEndpoints(network)) {
      if (!isSlice(slice) || slice.addressType !== 'FQDN') continue;
      if (hasGateways(network)) {
        yield { object: slice, cannotTell: 'a controller of the Gateway API may read its host names' };
        continue;
      }
      yield {
        object: slice,
        path: ['addressType'],
        fact: `has the addressType FQDN, with ${slice.addresses.map(({ value }) => String(value)).slice(0, 3).join(', ') || 'no addresses'}`,
        fix: fixFor(slice),
      };
    }
  },
};

const hasGateways: (network: Network) => boolean = oncePerNetwork((network) => network.ofKinds((kind) => groupOf(kind) === 'gateway.networking.k8s.io').length > 0);

function fixFor({ addresses, serviceName }: EndpointsNode): string {
  const [host] = addresses.map(({ value }) => value).filter((value) => typeof value === 'string');
  return `make Service ${serviceName ?? 'of the slice'} an ExternalName${host ? ` of ${host}` : ''}, or list IP addresses`;
}
