import { isPlaceholder } from '../../kube/placeholder';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { parseQualifiedName } from '../../values/label';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';

/** A field of load balancers stands where there is none. */
export const lbClassMisused: Check = {
  name: 'lb-class-misused',
  severity: 'error',
  summary: 'A Service that is no LoadBalancer has a loadBalancerClass or allocateLoadBalancerNodePorts, or the class is no name.',
  why: 'the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['loadBalancerClass', 'allocateLoadBalancerNodePorts'] })) {
      if (isPlaceholder(service.type)) continue;
      if (service.type === 'LoadBalancer') yield* badClass(service);
      else yield* misused(service);
    }
  },
};

function* misused(service: ServiceNode): Iterable<Problem> {
  for (const name of ['loadBalancerClass', 'allocateLoadBalancerNodePorts']) {
    const value = field(service, 'spec', name);
    if (value === undefined || value === null) continue;
    yield {
      object: service,
      path: ['spec', name],
      fact: `is of type ${service.type} and has ${name}: ${shown(value)}`,
      fix: `remove ${name}, or set type: LoadBalancer`,
    };
  }
}

function* badClass(service: ServiceNode): Iterable<Problem> {
  const value = field(service, 'spec', 'loadBalancerClass');
  const fault = value === undefined || value === null || isPlaceholder(value) ? undefined : faultOf(parseQualifiedName, value);
  if (fault) yield { object: service, path: ['spec', 'loadBalancerClass'], fact: `has loadBalancerClass: ${shown(value)}, which is not a qualified name`, fix: fault.fix, why: fault.why };
}
