import { annotatedApplicationServices } from '../application-services';
import type { Check } from '../check';
import { isKnownAnnotation, siblingsOf } from './known-annotations';
import { isPlaceholder } from '../../kube/placeholder';
import { similarName } from '../../values/similar-name';

/** An annotation is nearly one that a provider reads. */
export const lbAnnotationTypo: Check = {
  name: 'lb-annotation-typo',
  severity: 'warning',
  summary: 'An annotation of a Service is a typing mistake away from one that a provider of load balancers reads.',
  why: 'an annotation that the provider does not know is ignored without a word',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  * run(network) {
    for (const service of annotatedApplicationServices(network)) {
      for (const key of Object.keys(service.annotations)) {
        const siblings = isPlaceholder(key) || isKnownAnnotation(key) ? undefined : siblingsOf(key);
        const meant = siblings && similarName(key.slice(siblings.prefix.length), siblings.names);
        if (!siblings || meant === undefined) continue;
        yield {
          object: service,
          path: ['metadata', 'annotations', key],
          fact: `has the annotation ${key}, which no provider reads; there is ${siblings.prefix}${meant}`,
          fix: `write ${siblings.prefix}${meant}`,
        };
      }
    }
  },
};
