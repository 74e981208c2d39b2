import type { Check } from '../check';
import { faultOf } from '../fault-of';
import { isBlock, sourceRangesOf } from './source-ranges';
import { parseCidr } from '../../values/cidr';
import { shown } from '../../values/shown';

/** The clients that may connect are not written as blocks of addresses. */
export const lbSourceRangeInvalid: Check = {
  name: 'lb-source-range-invalid',
  severity: 'error',
  summary: 'A source range of a load balancer is no CIDR block.',
  why: 'the API server refuses the Service',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  * run(network) {
    for (const { service, path, value } of sourceRangesOf(network)) {
      const fault = service.type !== 'LoadBalancer' || isBlock(value) ? undefined : faultOf(parseCidr, value);
      if (fault) yield { object: service, path, fact: `has the source range ${shown(value)}, which is not a CIDR block`, fix: fault.fix };
    }
  },
};
