import { recordAt } from '../../kube/field';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** The timeout of an affinity that is not there. */
export const affinityConfigWithoutAffinity: Check = {
  name: 'affinity-config-without-affinity',
  severity: 'warning',
  summary: 'A Service configures session affinity and does not have it.',
  why: 'without sessionAffinity: ClientIP the API server drops sessionAffinityConfig in silence, and the connections of a client go to any Pod',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['sessionAffinityConfig'] })) {
      if (!hasConfig(service) || !hasNoAffinity(service)) continue;
      yield {
        object: service,
        path: ['spec', 'sessionAffinityConfig'],
        fact: `has sessionAffinityConfig ${shown(field(service, 'spec', 'sessionAffinityConfig'))}, and sessionAffinity is ${shown(field(service, 'spec', 'sessionAffinity') ?? 'None')}`,
        fix: 'set sessionAffinity: ClientIP, or remove sessionAffinityConfig',
      };
    }
  },
};

function hasConfig({ object }: ServiceNode): boolean {
  return Object.keys(recordAt(object, 'spec', 'sessionAffinityConfig')).length > 0;
}

function hasNoAffinity(service: ServiceNode): boolean {
  const affinity = field(service, 'spec', 'sessionAffinity') ?? '';
  return affinity === '' || affinity === 'None';
}
