import { fieldAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** A port for questions that no load balancer asks. */
export const healthNodePortMisused: Check = {
  name: 'health-node-port-misused',
  severity: 'error',
  summary: 'A Service has a healthCheckNodePort and is no load balancer with externalTrafficPolicy: Local.',
  why: 'only a load balancer that wants Local asks the nodes whether they have a Pod; the API server refuses the field elsewhere',
  see: 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['healthCheckNodePort'] })) yield* problemsOf(service);
  },
};

function* problemsOf(service: ServiceNode): Iterable<Problem> {
  const port = fieldAt(service.object, 'spec', 'healthCheckNodePort');
  const policy = textAt(service.object, 'spec', 'externalTrafficPolicy') || 'Cluster';
  if (typeof port !== 'number' || port === 0 || isPlaceholder(policy) || isPlaceholder(service.type)) return;
  if (service.type === 'LoadBalancer' && policy === 'Local') return;
  const isBalanced = service.type === 'LoadBalancer';
  yield {
    object: service,
    path: ['spec', 'healthCheckNodePort'],
    fact: `has healthCheckNodePort ${shown(port)} and is ${isBalanced ? `a LoadBalancer with externalTrafficPolicy: ${policy}` : `of type ${service.type}`}`,
    fix: isBalanced ? 'set externalTrafficPolicy: Local, or remove healthCheckNodePort' : 'remove healthCheckNodePort',
  };
}
