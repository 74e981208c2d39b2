import { recordAt } from '../../kube/field';
import { shown } from '../../values/shown';
import { annotatedApplicationServices } from '../application-services';
import type { Check } from '../check';

/** An annotation is no text. */
export const lbAnnotationNonString: Check = {
  name: 'lb-annotation-non-string',
  severity: 'error',
  summary: 'An annotation of a Service is a number, a boolean or a structure, and not text.',
  why: 'annotations are text; the API server cannot decode the Service and refuses it',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  * run(network) {
    for (const service of annotatedApplicationServices(network)) {
      for (const [key, value] of Object.entries(recordAt(service.object, 'metadata', 'annotations'))) {
        if (typeof value === 'string' || value === null || value === undefined) continue;
        yield {
          object: service,
          path: ['metadata', 'annotations', key],
          fact: `has the annotation ${key}: ${shown(value)}, which is ${kindOf(value)}`,
          fix: `write it in quotes: "${typeof value === 'object' ? JSON.stringify(value).replace(/"/g, '\\"') : String(value)}"`,
        };
      }
    }
  },
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
