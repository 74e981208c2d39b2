import type { Check, Problem } from '../check';
import { providerOf } from './provider';
import { requestsByAddress, sharingOf, type AddressRequest } from './requested-addresses';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';

/** Two load balancers want one address and do not say that they share it. */
export const lbSameIpNoSharingKey: Check = {
  name: 'lb-same-ip-no-sharing-key',
  severity: 'error',
  summary: 'Two LoadBalancers ask MetalLB or Cilium for one address without a common sharing key.',
  why: 'the address goes to the first Service; the second one stays pending without an address',
  see: 'https://metallb.io/usage/#ip-address-sharing',
  isClusterWide: true,
  * run(network) {
    for (const requests of requestsByAddress(network).values()) {
      const [first, ...others] = requests;
      for (const other of others) {
        const problem = problemOf(first, other, network);
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(first: AddressRequest, { service, path, address }: AddressRequest, network: Network): Problem | undefined {
  const provider = providerOfBoth([first.service, service], network);
  if (!provider || (service.namespace === first.service.namespace && service.name === first.service.name)) return undefined;
  const [one, other] = [sharingOf(first.service)?.key, sharingOf(service)?.key];
  if (one !== undefined && other === one) return undefined;
  return {
    object: service,
    path,
    fact: `asks ${provider} for ${address}, as ${nodeText(first.service)} does, ${difference(one, other)}`,
    fix: `add the annotation ${ANNOTATIONS[provider]}: ${one ?? other ?? first.service.name} to both Services, or give one of them another address`,
    related: [first.service],
  };
}

function difference(one: string | undefined, other: string | undefined): string {
  if (one !== undefined && other !== undefined) return `but their sharing keys are "${other}" and "${one}"`;
  return one === other ? 'and neither has a sharing key' : 'and only one of them has a sharing key';
}

const ANNOTATIONS: Readonly<Record<'MetalLB' | 'Cilium', string>> = { MetalLB: 'metallb.io/allow-shared-ip', Cilium: 'lbipam.cilium.io/sharing-key' };

function providerOfBoth(services: readonly ServiceNode[], network: Network): 'MetalLB' | 'Cilium' | undefined {
  const [provider, ...others] = new Set(services.map((service) => providerOf(service, network)));
  return others.length === 0 && (provider === 'MetalLB' || provider === 'Cilium') ? provider : undefined;
}
