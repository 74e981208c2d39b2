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
  summary: 'A source range of a load balancer has bits set behind its prefix, or zeros in front of a number.',
  why: 'the load balancer takes the whole block where perhaps one address was meant, and numbers with zeros in front are octal to some programs; Kubernetes 1.36 refuses both',
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation',
  * run(network) {
    const { version } = network.circumstances;
    for (const { service, path, value, isField } of sourceRangesOf(network)) {
      const fault = service.type === 'LoadBalancer' && isBlock(value) ? faultOf(parseCidr, value) : undefined;
      const isRefused = isField && isUsable('refusal of ambiguous IP addresses', version);
      if (!fault) continue;
      yield {
        object: service,
        path,
        fact: `has the source range ${shown(value)}, which ${/behind its prefix/.test(fault.fact) ? 'has bits set behind its prefix' : 'programs read differently'}`,
        fix: fault.fix,
        severity: isRefused ? 'error' : 'warning',
      };
    }
  },
};
