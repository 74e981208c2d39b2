import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';
import { RANGES_ANNOTATION } from './source-ranges';
import { listAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';

/** Clients are restricted where no load balancer could do it. */
export const lbSourceRangeOnOtherType: Check = {
  name: 'lb-source-range-on-other-type',
  severity: 'error',
  summary: 'A Service that is no LoadBalancer has source ranges.',
  why: 'the API server refuses source ranges on other types, in the field and in the annotation',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['loadBalancerSourceRanges'], annotations: [RANGES_ANNOTATION] })) {
      if (service.type === 'LoadBalancer' || isPlaceholder(service.type)) continue;
      const isInField = listAt(service.object, 'spec', 'loadBalancerSourceRanges').length > 0;
      if (!isInField && !service.annotations[RANGES_ANNOTATION]) continue;
      const where = isInField ? 'loadBalancerSourceRanges' : `the annotation ${RANGES_ANNOTATION}`;
      yield {
        object: service,
        path: isInField ? ['spec', 'loadBalancerSourceRanges'] : ['metadata', 'annotations', RANGES_ANNOTATION],
        fact: `is of type ${service.type} and has ${where}`,
        fix: `remove ${where} and restrict clients by a NetworkPolicy with an ipBlock, or set type: LoadBalancer`,
      };
    }
  },
};
