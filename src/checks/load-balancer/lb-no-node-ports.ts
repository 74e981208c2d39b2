import { textAt } from '../../kube/field';
import { field } from '../../model/object-node';
import { portNumberText, type ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';

/** A load balancer sends to node ports that are not there. */
export const lbNoNodePorts: Check = {
  name: 'lb-no-node-ports',
  severity: 'warning',
  summary: 'A Service has no node ports, and its load balancer sends to them.',
  why: 'the AWS Load Balancer Controller makes no load balancer with instance targets for a port without a node port',
  see: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#nlb-target-type',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['allocateLoadBalancerNodePorts'] })) {
      if (service.type !== 'LoadBalancer' || field(service, 'spec', 'allocateLoadBalancerNodePorts') !== false || !hasInstanceTargets(service)) continue;
      const port = service.ports.find(({ nodePort }) => nodePort === undefined || nodePort === 0);
      if (!port) continue;
      yield {
        object: service,
        path: ['spec', 'allocateLoadBalancerNodePorts'],
        fact: `has allocateLoadBalancerNodePorts: false and no nodePort for port ${portNumberText(port)}, and its load balancer has instance targets`,
        fix: `add the annotation ${AWS}nlb-target-type: ip to send to the Pods directly, or remove allocateLoadBalancerNodePorts`,
      };
    }
  },
};

/** With a class the controller sends to instances by default; with the annotation it wants to be told. */
function hasInstanceTargets({ object, annotations }: ServiceNode): boolean {
  const target = annotations[`${AWS}nlb-target-type`];
  if (textAt(object, 'spec', 'loadBalancerClass') === 'service.k8s.aws/nlb') return target === undefined || target === 'instance';
  return annotations[`${AWS}type`] === 'external' && target === 'instance';
}
