import { isPlaceholder } from '../../kube/placeholder';
import { field, isHelmHook } from '../../model/object-node';
import { servicesWith } from '../../model/services-with';
import type { Check } from '../check';

/** A Service has an externalName and is of another type. */
export const externalnameWithoutType: Check = {
  name: 'externalname-without-type',
  severity: 'warning',
  summary: 'A Service has an externalName and is not of type ExternalName.',
  why: 'the name is ignored: clients get the cluster IP of the Service, and the API server warns',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of servicesWith(network, { fields: ['externalName'] })) {
      const { externalName, type } = service;
      if (!externalName || type === 'ExternalName' || isPlaceholder(type) || isHelmHook(service)) continue;
      yield {
        object: service,
        path: ['spec', 'externalName'],
        fact: `has the externalName ${externalName}, but ${field(service, 'spec', 'type') === undefined ? 'no type, which means ClusterIP' : `is of type ${type}`}`,
        fix: service.selector ? 'remove externalName, or write type: ExternalName and remove the selector' : 'write type: ExternalName',
      };
    }
  },
};
