import type { Check } from '../check';
import { freeServiceName, labelsText } from './governed-sets';
import { headlessApplicationServices } from '../application-services';

/** A Service without an address that is to be reached from outside. */
export const headlessExternalType: Check = {
  name: 'headless-external-type',
  severity: 'error',
  summary: 'A headless Service is of a type that needs an address.',
  why: 'node ports and load balancers forward to the cluster address of the Service; the API server refuses one without it',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  * run(network) {
    for (const service of headlessApplicationServices(network)) {
      if (!['NodePort', 'LoadBalancer'].includes(service.type)) continue;
      const name = freeServiceName(`${service.name}-headless`, service.namespace, network);
      yield {
        object: service,
        path: ['spec', 'clusterIP'],
        fact: `is of type ${service.type} and has clusterIP: None`,
        fix: `remove clusterIP: None${service.selector ? `; where the names of single Pods are needed too, make a second Service ${name} with clusterIP: None and selector: ${labelsText(service.selector)}` : ''}`,
      };
    }
  },
};
