import type { Check } from '../check';
import { providerOf, type Provider } from './provider';
import { requestsByAddress, sharingOf, type AddressRequest } from './requested-addresses';
import { nodeText } from '../../model/object-node';
import type { Network } from '../../model/network';

/** Two load balancers want one address and do not say that they share it. */
export const lbSameIpNoSharingKey: Check = {
  name: 'lb-same-ip-no-sharing-key',
  severity: 'error',
  summary: 'Two LoadBalancers ask MetalLB or Cilium for one address without a common sharing key.',
  why: 'the address goes to the first Service; the second one stays pending without an address',
  see: 'https://metallb.io/usage/#ip-address-sharing',
  * run(network) {
    for (const [address, requests] of requestsByAddress(network)) {
      const [first, ...others] = requests;
      for (const { service, path } of others) {
        const provider = providerOfBoth(first, { service, path, address }, network);
        if (!provider || (service.namespace === first.service.namespace && service.name === first.service.name)) continue;
        const [one, other] = [sharingOf(first.service), sharingOf(service)];
        if (one && other?.key === one.key) continue;
        const key = one?.key ?? other?.key ?? first.service.name;
        yield {
          object: service,
          path,
          fact: `asks ${provider} for ${address}, as ${nodeText(first.service)} does, ${difference(one?.key, other?.key)}`,
          fix: `add the annotation ${ANNOTATIONS[provider]}: ${key} to both Services, or give one of them another address`,
          related: [first.service],
        };
      }
    }
  },
};

function difference(one: string | undefined, other: string | undefined): string {
  if (one !== undefined && other !== undefined) return `but their sharing keys are "${other}" and "${one}"`;
  return one === other ? 'and neither has a sharing key' : 'and only one of them has a sharing key';
}

const ANNOTATIONS: Readonly<Record<'MetalLB' | 'Cilium', string>> = { MetalLB: 'metallb.io/allow-shared-ip', Cilium: 'lbipam.cilium.io/sharing-key' };

function providerOfBoth(a: AddressRequest, b: AddressRequest, network: Network): 'MetalLB' | 'Cilium' | undefined {
  const providers: readonly (Provider | undefined)[] = [a, b].map(({ service }) => providerOf(service, network));
  const [provider] = providers;
  return (provider === 'MetalLB' || provider === 'Cilium') && providers.every((found) => found === provider) ? provider : undefined;
}
