import { familyOf } from './cluster-addresses';
import { ipFamiliesOf } from './ip-families';
import { endpointsNodes, type EndpointsNode } from '../../model/endpoints-node';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check } from '../check';

/** Endpoints that the Service cannot reach. */
export const familiesVsPeers: Check = {
  name: 'families-vs-peers',
  severity: 'info',
  summary: 'A hand-written Endpoints has addresses of a family that its Service has not.',
  why: 'kube-proxy sends connections to endpoints of their own family only, so these addresses get none',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  * run(network) {
    for (const endpoints of endpointsNodes(network)) {
      const service = endpoints.kind === 'Endpoints' ? network.service(endpoints.namespace, endpoints.name) : undefined;
      const unused = service && unusedAddress(endpoints, service);
      if (!unused) continue;
      yield {
        object: endpoints,
        path: unused.path,
        fact: `has ${String(unused.value)}, and ${nodeText(service)} is ${String(ipFamiliesOf(service)[0])} only`,
        fix: `add ${ipFamiliesOf(service)[0] === 'IPv4' ? 'IPv6' : 'IPv4'} to ipFamilies of ${nodeText(service)} with ipFamilyPolicy: PreferDualStack, or give an ${String(ipFamiliesOf(service)[0])} address`,
        related: [service],
      };
    }
  },
};

function unusedAddress({ addresses }: EndpointsNode, service: ServiceNode): EndpointsNode['addresses'][number] | undefined {
  const [only, ...others] = ipFamiliesOf(service);
  if (others.length > 0 || !['IPv4', 'IPv6'].includes(only as string) || service.isHeadless) return undefined;
  return addresses.find(({ value }) => typeof value === 'string' && (familyOf(value) ?? only) !== only);
}
