import { verdictOnAbsent } from './absent-service';
import type { Check } from '../check';
import { leadsElsewhere } from './ingress-backends';
import { ingressesOf } from '../../model/ingress-node';
import { isHelmHook } from '../../model/object-node';

/** A backend of an Ingress names a Service that is not there. */
export const ingressServiceMissing: Check = {
  name: 'ingress-service-missing',
  severity: 'error',
  summary: 'A backend of an Ingress names a Service that is not there.',
  why: 'the controller finds no endpoints and answers every request with 503 or 404',
  see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  * run(network) {
    for (const ingress of ingressesOf(network)) {
      if (isHelmHook(ingress)) continue;
      const told = new Set<string>();
      for (const backend of ingress.backends) {
        const { serviceName, path } = backend;
        if (!serviceName || told.has(serviceName) || leadsElsewhere(backend)) continue;
        told.add(serviceName);
        const at = [...path, ...ingress.isOldForm ? ['serviceName'] : ['service', 'name']];
        const verdict = verdictOnAbsent({
          object: ingress, path: at, namespace: ingress.namespace, name: serviceName, verb: 'sends requests to', mayCrossNamespaces: false,
        }, network);
        if (verdict) yield verdict;
      }
    }
  },
};
