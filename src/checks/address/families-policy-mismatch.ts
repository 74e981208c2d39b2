import { clusterAddresses } from './cluster-addresses';
import { ipFamiliesOf, ipFamilyPolicyOf } from './ip-families';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** Families that the policy does not allow. */
export const familiesPolicyMismatch: Check = {
  name: 'families-policy-mismatch',
  severity: 'error',
  summary: 'The IP families of a Service are not what its policy allows.',
  why: 'the API server refuses the Service: there is one address for each of at most two families, and two of them only with a dual-stack policy',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['ipFamilies', 'clusterIPs'] })) {
      if (service.type === 'ExternalName' || ipFamiliesOf(service).some(isPlaceholder) || isPlaceholder(ipFamilyPolicyOf(service))) continue;
      yield* repeatedFamily(service);
      yield* twoWithoutPolicy(service);
    }
  },
};

const FAMILIES = ['IPv4', 'IPv6'];

function* repeatedFamily(service: ServiceNode): Iterable<Problem> {
  const families = ipFamiliesOf(service);
  const index = families.findIndex((family, position) => FAMILIES.includes(family as string) && families.indexOf(family) < position);
  if (index < 0) return;
  yield {
    object: service,
    path: ['spec', 'ipFamilies', index],
    fact: `asks for the family ${shown(families[index])} twice`,
    fix: new Set(families).size > 1 ? 'remove the second one' : `write ${families[index] === 'IPv4' ? 'IPv6' : 'IPv4'} there for both families, or remove it`,
  };
}

function* twoWithoutPolicy(service: ServiceNode): Iterable<Problem> {
  const policy = ipFamilyPolicyOf(service);
  const asked = askedFor(service);
  if (!asked || !['SingleStack', undefined].includes(policy) || mayHaveBoth(service, policy)) return;
  yield {
    object: service,
    path: policy ? ['spec', 'ipFamilyPolicy'] : asked.path,
    fact: `asks for ${asked.text} and ${policy ? `has ipFamilyPolicy: ${policy}` : 'has no ipFamilyPolicy, which means SingleStack'}`,
    fix: 'set ipFamilyPolicy: PreferDualStack, or RequireDualStack if one family is not enough',
  };
}

function askedFor(service: ServiceNode): { readonly text: string; readonly path: string[] } | undefined {
  const families = new Set(ipFamiliesOf(service));
  if (FAMILIES.every((family) => families.has(family))) return { text: 'two families', path: ['spec', 'ipFamilies'] };
  return clusterAddresses(service).length > 1 ? { text: 'two cluster addresses', path: ['spec', 'clusterIPs'] } : undefined;
}

// A headless Service without selector gets both where it says nothing: https://kubernetes.io/docs/concepts/services-networking/dual-stack/#without-selector
function mayHaveBoth({ isHeadless, selector }: ServiceNode, policy: string | undefined): boolean {
  return isHeadless && !selector && policy === undefined;
}
