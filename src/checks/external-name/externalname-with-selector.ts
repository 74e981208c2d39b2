import { externalNames } from './external-names';
import type { Check } from '../check';

/** A Service of type ExternalName has a selector. */
export const externalnameWithSelector: Check = {
  name: 'externalname-with-selector',
  severity: 'warning',
  summary: 'A Service of type ExternalName has a selector.',
  why: 'the Service is a DNS alias: the selector is ignored and no Pod receives connections through it',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of externalNames(network)) {
      if (!service.selector) continue;
      const selector = Object.entries(service.selector).map(([key, value]) => `${key}: ${value}`).join(', ');
      yield {
        object: service,
        path: ['spec', 'selector'],
        fact: `is an alias of ${service.externalName} and has the selector ${selector || 'written in its spec'}`,
        fix: 'remove the selector, or remove type and externalName to send to the Pods',
        related: network.workloadsBehind(service),
      };
    }
  },
};
