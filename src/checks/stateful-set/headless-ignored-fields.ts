import { listAt, textAt } from '../../kube/field';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { headlessApplicationServices } from '../application-services';
import type { Check } from '../check';

/** Settings of an address that a headless Service has not. */
export const headlessIgnoredFields: Check = {
  name: 'headless-ignored-fields',
  severity: 'warning',
  summary: 'A headless Service has a field that only works with a cluster address.',
  why: 'no proxy stands between clients and the Pods of a headless Service, so nothing applies the field',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  * run(network) {
    for (const service of headlessApplicationServices(network)) {
      if (service.type !== 'ClusterIP') continue;
      for (const name of ignoredFields(service)) {
        yield {
          object: service,
          path: ['spec', name],
          fact: `is headless, and its ${name} ${shown(field(service, 'spec', name))} is ignored`,
          fix: `remove ${name}, or remove clusterIP: None if clients are to use it`,
        };
      }
    }
  },
};

function ignoredFields({ object }: ServiceNode): string[] {
  return [
    ...(textAt(object, 'spec', 'loadBalancerIP') ? ['loadBalancerIP'] : []),
    ...(listAt(object, 'spec', 'externalIPs').length > 0 ? ['externalIPs'] : []),
    ...(textAt(object, 'spec', 'sessionAffinity') === 'ClientIP' ? ['sessionAffinity'] : []),
  ];
}
