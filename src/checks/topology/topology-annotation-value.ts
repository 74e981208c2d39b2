import { AUTO, HINTS, MODE } from './successor';
import { isPlaceholder } from '../../kube/placeholder';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A value that reads like "on" and means "off". */
export const topologyAnnotationValue: Check = {
  name: 'topology-annotation-value',
  severity: 'warning',
  summary: 'A topology annotation of a Service has a value that turns nothing on.',
  why: 'the controller that writes the hints knows the values Auto and auto; anything else means off',
  see: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/#enabling-topology-aware-routing',
  * run(network) {
    for (const service of applicationServicesWith(network, { annotations: [HINTS, MODE] })) {
      for (const annotation of [HINTS, MODE]) {
        const value = service.annotations[annotation];
        if (value === undefined || isKnown(value, annotation)) continue;
        yield {
          object: service,
          path: ['metadata', 'annotations', annotation],
          fact: `has the annotation ${annotation}: ${JSON.stringify(value)}, which turns nothing on`,
          fix: 'set it to Auto, or remove it',
        };
      }
    }
  },
};

function isKnown(value: string, annotation: string): boolean {
  // Other implementations may have values of their own, with a domain in front.
  const isForeign = annotation === MODE && value.includes('/');
  return AUTO.includes(value) || ['Disabled', 'disabled', ''].includes(value) || isForeign || isPlaceholder(value);
}
