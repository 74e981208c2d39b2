import { textAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { groupedBy } from '../../model/grouped-by';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { parseIpAddress } from '../../values/ip-address';
import { applicationServicesOfType } from '../application-services';
import { faultOf } from '../fault-of';

/** A load balancer that is asked for with a certain address. */
export interface AddressRequest {
  readonly service: ServiceNode;
  readonly address: string;
  readonly path: FieldPath;
}

/** Annotations that hold addresses, separated by commas; GKE's holds names of addresses. */
export const ADDRESS_ANNOTATIONS: readonly string[] = [
  'metallb.io/loadBalancerIPs', 'metallb.universe.tf/loadBalancerIPs', 'lbipam.cilium.io/ips', 'io.cilium/lb-ipam-ips', 'kube-vip.io/loadbalancerIPs',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4', 'service.beta.kubernetes.io/azure-load-balancer-ipv6',
];

// To kube-vip they stand for an address from DHCP: https://kube-vip.io/docs/usage/kubernetes-services/
const ANY_ADDRESS = ['0.0.0.0', '::'];

/** Services by the address that they ask for. */
export const requestsByAddress = oncePerNetwork((network) =>
  groupedBy(applicationServicesOfType(network, 'LoadBalancer').flatMap(requestsOf), ({ address }) => address));

function requestsOf(service: ServiceNode): AddressRequest[] {
  const places = [
    { path: ['spec', 'loadBalancerIP'], text: textAt(service.object, 'spec', 'loadBalancerIP') ?? '' },
    ...ADDRESS_ANNOTATIONS.map((key) => ({ path: ['metadata', 'annotations', key], text: service.annotations[key] ?? '' })),
  ];
  const requests = places.filter(({ text }) => text !== '' && !isPlaceholder(text)).flatMap(({ path, text }) => text.split(',')
    .map((address) => address.trim()).filter((address) => faultOf(parseIpAddress, address) === undefined && !ANY_ADDRESS.includes(address))
    .map((address) => ({ service, address: parseIpAddress(address).text, path })));
  return [...new Map(requests.reverse().map((request) => [request.address, request])).values()];
}

const SHARING_KEYS: readonly string[] = ['metallb.io/allow-shared-ip', 'metallb.universe.tf/allow-shared-ip', 'lbipam.cilium.io/sharing-key', 'io.cilium/lb-ipam-sharing-key'];

/** The annotation by which a Service offers to share its address, and its value. */
export function sharingOf({ annotations }: ServiceNode): { readonly annotation: string; readonly key: string } | undefined {
  const annotation = SHARING_KEYS.find((key) => annotations[key]);
  return annotation === undefined ? undefined : { annotation, key: annotations[annotation] };
}
