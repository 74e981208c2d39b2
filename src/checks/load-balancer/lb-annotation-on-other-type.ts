import { annotatedApplicationServices } from '../application-services';
import type { Check } from '../check';
import { isKnownAnnotation } from './known-annotations';

/** A Service that is no load balancer has settings of one. */
export const lbAnnotationOnOtherType: Check = {
  name: 'lb-annotation-on-other-type',
  severity: 'info',
  summary: 'A Service of type ClusterIP has annotations for a load balancer.',
  why: 'no load balancer is made for a Service of that type, so nobody reads them',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  * run(network) {
    for (const service of annotatedApplicationServices(network)) {
      const keys = service.type === 'ClusterIP' ? Object.keys(service.annotations).filter(isKnownAnnotation) : [];
      if (keys.length === 0) continue;
      yield {
        object: service,
        path: ['metadata', 'annotations', keys[0]],
        fact: `is of type ClusterIP and has ${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ` and ${keys.length - 3} more annotations for a load balancer` : ''}`,
        fix: `set type: LoadBalancer, or remove ${keys.length > 1 ? 'these annotations' : 'the annotation'}`,
      };
    }
  },
};
