import { listAt } from '../../kube/field';
import { CAPABILITIES, stageOf } from '../../values/capabilities';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A Service takes addresses of nodes for itself. */
export const externalIpsDeprecated: Check = {
  name: 'external-ips-deprecated',
  severity: 'warning',
  summary: 'A Service has externalIPs.',
  why: 'they are deprecated from Kubernetes 1.36 on and may stop working: nothing keeps a Service from taking an address that belongs to someone else (CVE-2020-8554)',
  see: CAPABILITIES.externalIPs.see,
  * run(network) {
    if (stageOf('externalIPs', network.circumstances.version) !== 'deprecated') return;
    for (const service of applicationServicesWith(network, { fields: ['externalIPs'] })) {
      // There they are ignored, which another check says.
      if (service.isHeadless) continue;
      const addresses = listAt(service.object, 'spec', 'externalIPs');
      if (addresses.length === 0) continue;
      yield {
        object: service,
        path: ['spec', 'externalIPs'],
        fact: `takes ${addresses.slice(0, 3).map(shown).join(', ')}${addresses.length > 3 ? ` and ${addresses.length - 3} more addresses` : ''} by externalIPs`,
        fix: 'set type: LoadBalancer and let an implementation such as MetalLB announce the address, or publish the port through a Gateway',
      };
    }
  },
};
