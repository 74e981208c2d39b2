import type { Check } from '../check';
import { isBlock, sourceRangesOf } from './source-ranges';
import { isUsable } from '../../values/capabilities';
import { parseCidr } from '../../values/cidr';
import { shown } from '../../values/shown';
import { faultOf } from '../fault-of';

/** A block of clients is written with bits behind its prefix. */
export const lbSourceRangeHostBits: Check = {
  name: 'lb-source-range-host-bits',
  severity: 'error',
  summary: 'A source range of a load balancer has bits set behind its prefix.',
  why: 'the load balancer lets the whole block in where perhaps one address was meant; Kubernetes 1.36 refuses the field',
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation',
  * run(network) {
    const { version } = network.circumstances;
    for (const { service, path, value, isField } of sourceRangesOf(network)) {
      const fault = service.type === 'LoadBalancer' && isBlock(value) ? faultOf(parseCidr, value) : undefined;
      if (!fault || !fault.fact.endsWith('behind its prefix')) continue;
      const isRefused = isField && isUsable('refusal of ambiguous IP addresses', version);
      yield {
        object: service,
        path,
        fact: `has the source range ${shown(value)}, which has bits set behind its prefix`,
        fix: fault.fix,
        severity: isRefused ? 'error' : 'warning',
      };
    }
  },
};
