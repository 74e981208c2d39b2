import { handMadeEndpoints, selectorlessServices } from './hand-made-endpoints';
import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { EndpointsNode } from '../../model/endpoints-node';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Verdict } from '../check';

/** An EndpointSlice has addresses of a family that its Service does not have. */
export const endpointsliceFamilyUnused: Check = {
  name: 'endpointslice-family-unused',
  severity: 'warning',
  summary: 'A hand-made EndpointSlice has addresses of an IP family that its Service does not have.',
  why: 'kube-proxy sends from an address of the Service to endpoints of the same family only',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  * run(network) {
    if (handMadeEndpoints(network).length === 0) return;
    for (const [service, endpoints] of selectorlessServices(network)) {
      if (isOneFamily(service)) yield* verdictsOn(service, endpoints.filter(({ addressType }) => addressType === 'IPv4' || addressType === 'IPv6'));
    }
  },
};

function* verdictsOn(service: ServiceNode, slices: readonly EndpointsNode[]): Iterable<Verdict> {
  const family = familyWritten(service);
  const unused = slices.filter(({ addressType }) => family !== undefined && addressType !== family);
  for (const slice of unused) {
    yield {
      object: slice,
      path: ['addressType'],
      fact: `has ${slice.addressType} addresses, but ${nodeText(service)} is ${family} only`,
      fix: `set ipFamilyPolicy: PreferDualStack and ipFamilies: [${family}, ${slice.addressType}] in the Service, or list ${family} addresses`,
      related: [service],
    };
  }
  if (family === undefined && new Set(slices.map(({ addressType }) => addressType)).size === 2) {
    yield {
      object: service,
      path: ['spec', 'ipFamilyPolicy'],
      fact: `has one IP family, the cluster's first, but ${slices.map((slice) => `${nodeText(slice)} (${slice.addressType})`).join(' and ')} have two`,
      fix: 'set ipFamilyPolicy: PreferDualStack',
      related: slices,
    };
  }
}

/** One family unless the policy says otherwise; a headless Service without selector gets all of the cluster. */
function isOneFamily({ object, isHeadless }: ServiceNode): boolean {
  const policy = textAt(object, 'spec', 'ipFamilyPolicy');
  return listAt(object, 'spec', 'ipFamilies').length < 2 && (policy === 'SingleStack' || (policy === undefined && !isHeadless));
}

function familyWritten({ object }: ServiceNode): string | undefined {
  const family = listAt(object, 'spec', 'ipFamilies')[0];
  if (family === 'IPv4' || family === 'IPv6') return family;
  const clusterIp = textAt(object, 'spec', 'clusterIP') ?? '';
  if (clusterIp === '' || clusterIp === 'None' || isPlaceholder(clusterIp)) return undefined;
  return clusterIp.includes(':') ? 'IPv6' : 'IPv4';
}
