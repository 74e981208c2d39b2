import { ipFamilyPolicyOf } from './ip-families';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A Service for clusters with both families only. */
export const dualstackRequired: Check = {
  name: 'dualstack-required',
  // Right where it is meant; it matters for manifests that are handed to others.
  severity: 'info',
  summary: 'A Service requires both IP families.',
  why: 'the API server of a cluster with one family refuses it',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['ipFamilyPolicy'] })) {
      const isFree = service.isHeadless && !service.selector;
      if (ipFamilyPolicyOf(service) !== 'RequireDualStack' || isFree || service.type === 'ExternalName') continue;
      yield {
        object: service,
        path: ['spec', 'ipFamilyPolicy'],
        fact: 'has ipFamilyPolicy: RequireDualStack and cannot be made on a cluster with IPv4 or IPv6 alone',
        fix: 'set ipFamilyPolicy: PreferDualStack if one family is enough there',
      };
    }
  },
};
