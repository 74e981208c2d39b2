import { field } from '../../model/object-node';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A policy that no proxy applies. */
export const policyOnHeadless: Check = {
  name: 'policy-on-headless',
  severity: 'info',
  summary: 'A headless or ExternalName Service has internalTrafficPolicy: Local.',
  why: 'clients get the addresses from the DNS and connect to them without kube-proxy, so nothing applies the policy',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['internalTrafficPolicy'] })) {
      const isUnproxied = service.isHeadless || service.type === 'ExternalName';
      if (!isUnproxied || field(service, 'spec', 'internalTrafficPolicy') !== 'Local') continue;
      yield {
        object: service,
        path: ['spec', 'internalTrafficPolicy'],
        fact: `is ${service.isHeadless ? 'headless' : 'an ExternalName'}, and its internalTrafficPolicy: Local is ignored`,
        fix: `remove internalTrafficPolicy${service.isHeadless ? ', or remove clusterIP: None if clients are to stay on their node' : ''}`,
      };
    }
  },
};
