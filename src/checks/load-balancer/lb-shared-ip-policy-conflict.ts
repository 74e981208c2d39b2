import type { Check } from '../check';
import { requestsByAddress, sharingOf } from './requested-addresses';
import { textAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';

/** Two load balancers share an address and disagree about the nodes that have Pods. */
export const lbSharedIpPolicyConflict: Check = {
  name: 'lb-shared-ip-policy-conflict',
  severity: 'warning',
  summary: 'Two LoadBalancers share an address, and externalTrafficPolicy: Local keeps their nodes apart.',
  why: 'an address is announced by nodes that serve all of its Services: MetalLB leaves the second Service pending, Cilium gives it another address',
  see: 'https://metallb.io/usage/#ip-address-sharing',
  * run(network) {
    for (const [address, requests] of requestsByAddress(network)) {
      const [first, ...others] = requests.filter(({ service }) => sharingOf(service));
      for (const { service } of others) {
        if (sharingOf(service)?.key !== sharingOf(first.service)?.key) continue;
        const policies = [policyOf(service), policyOf(first.service)];
        if (policies.every((policy) => policy === 'Cluster') || (policies[0] === policies[1] && haveSamePods(service, first.service))) continue;
        const [local, other] = policies[0] === 'Local' ? [service, first.service] : [first.service, service];
        yield {
          object: local,
          path: ['spec', 'externalTrafficPolicy'],
          fact: `shares ${address} with ${nodeText(other)}; ${policies[0] === policies[1] ? 'both have externalTrafficPolicy: Local and select different Pods' : 'it has externalTrafficPolicy: Local, the other Cluster'}`,
          fix: 'write externalTrafficPolicy: Cluster for both, or give one of them another address',
          related: [other],
        };
      }
    }
  },
};

function policyOf({ object }: ServiceNode): string {
  return textAt(object, 'spec', 'externalTrafficPolicy') || 'Cluster';
}

function haveSamePods(a: ServiceNode, b: ServiceNode): boolean {
  const text = ({ selector = {} }: ServiceNode) => JSON.stringify(Object.entries(selector).sort(([one], [other]) => (one < other ? -1 : 1)));
  return text(a) === text(b);
}
