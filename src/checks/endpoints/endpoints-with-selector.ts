import { handMadeEndpoints, isRead, serviceOf } from './hand-made-endpoints';
import { isSlice } from '../../model/endpoints-node';
import { isHelmHook, nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check } from '../check';

/** Hand-made Endpoints stand beside a Service that has a selector. */
export const endpointsWithSelector: Check = {
  name: 'endpoints-with-selector',
  severity: 'error',
  summary: 'An Endpoints is written by hand for a Service that has a selector.',
  why: 'the endpoints controller writes that object for every Service with a selector, and replaces what you wrote by the Pods it selects',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const endpoints of handMadeEndpoints(network)) {
      const service = serviceOf(endpoints, network);
      const addresses = endpoints.addresses.map(({ value }) => value).filter((value) => typeof value === 'string');
      if (isSlice(endpoints) || isRead(endpoints) || addresses.length === 0 || !service || !selectsPods(service)) continue;
      const selector = Object.entries(service.selector ?? {}).map(([key, value]) => `${key}: ${value}`).join(', ');
      yield {
        object: endpoints,
        path: ['metadata', 'name'],
        fact: `lists ${addresses.slice(0, 3).join(', ')}${addresses.length > 3 ? ` and ${addresses.length - 3} more` : ''}, but ${nodeText(service)} has the selector ${selector || 'written in its spec'}`,
        fix: `remove spec.selector from ${nodeText(service)} to send to these addresses, or remove this Endpoints to send to Pods`,
        related: [service],
      };
    }
  },
};

function selectsPods(service: ServiceNode): boolean {
  return service.selector !== undefined && service.type !== 'ExternalName' && !isHelmHook(service);
}
