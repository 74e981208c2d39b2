import type { Check, Problem } from '../check';
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
      const [first, ...others] = requests.map(({ service }) => service).filter(sharingOf);
      for (const other of others) {
        const isShared = sharingOf(other)?.key === sharingOf(first)?.key;
        if (isShared && !canShare(first, other)) yield problemOf(address, policyOf(other) === 'Local' ? [other, first] : [first, other]);
      }
    }
  },
};

function canShare(a: ServiceNode, b: ServiceNode): boolean {
  return policyOf(a) === policyOf(b) && (policyOf(a) === 'Cluster' || haveSamePods(a, b));
}

function problemOf(address: string, [local, other]: readonly [ServiceNode, ServiceNode]): Problem {
  const reason = policyOf(other) === 'Local' ? 'both have externalTrafficPolicy: Local and select different Pods' : 'it has externalTrafficPolicy: Local, the other Cluster';
  return {
    object: local,
    path: ['spec', 'externalTrafficPolicy'],
    fact: `shares ${address} with ${nodeText(other)}; ${reason}`,
    fix: 'write externalTrafficPolicy: Cluster for both, or give one of them another address',
    related: [other],
  };
}

function policyOf({ object }: ServiceNode): string {
  return textAt(object, 'spec', 'externalTrafficPolicy') === 'Local' ? 'Local' : 'Cluster';
}

function haveSamePods(a: ServiceNode, b: ServiceNode): boolean {
  const text = ({ selector = {} }: ServiceNode) => JSON.stringify(Object.entries(selector).sort(([one], [other]) => (one < other ? -1 : 1)));
  return text(a) === text(b);
}
