import { carriesBothProtocols, whyNoUdp } from '../../data-planes/controller/load-balancers';
import { isService } from '../../kube/service';
import type { Network } from '../../model/network';
import { portNumberText, type ServiceNode, type ServicePortNode } from '../../model/service-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesOfType } from '../application-services';
import type { Check, Problem } from '../check';

const AWS_GUIDE = 'service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener';

/** A load balancer is asked for protocols that it does not carry together. */
export const lbMixedProtocol: Check = {
  name: 'lb-mixed-protocol',
  severity: 'error',
  summary: 'A LoadBalancer has TCP and UDP ports, and the API server or its provider does not carry both.',
  why: 'no load balancer is made, or one without the UDP ports',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancers-with-mixed-protocol-types',
  * run(network) {
    for (const service of applicationServicesOfType(network, 'LoadBalancer')) {
      const problem = refusedByVersion(service, network) ?? withoutUdp(service) ?? oneListener(service);
      if (problem) yield problem;
    }
  },
};

function refusedByVersion(service: ServiceNode, network: Network): Problem | undefined {
  const { version } = network.circumstances;
  const protocols = [...new Set(service.ports.map(({ protocol }) => protocol))];
  if (protocols.length < 2 || isUsable('several protocols on one LoadBalancer', version)) return undefined;
  const other = service.ports.find(({ protocol }) => protocol !== protocols[0]) as ServicePortNode;
  return {
    object: service,
    path: ['spec', 'ports', other.index, 'protocol'],
    fact: `is a LoadBalancer with ports for ${protocols.join(' and ')}`,
    why: `the API server of Kubernetes ${version} refuses several protocols on one LoadBalancer`,
    fix: `make one Service for ${protocols.join(' and one for ')}`,
  };
}

function withoutUdp(service: ServiceNode): Problem | undefined {
  const port = service.ports.find(({ protocol }) => protocol === 'UDP');
  const fault = port && isService(service.object) ? whyNoUdp(service.object) : undefined;
  return port && fault && {
    object: service,
    path: ['spec', 'ports', port.index],
    severity: 'warning',
    fact: `has port ${portNumberText(port)}/UDP, which its load balancer does not carry`,
    why: fault.why,
    fix: `publish port ${portNumberText(port)}/UDP by a Service of type NodePort`,
  };
}

function oneListener(service: ServiceNode): Problem | undefined {
  const tcp = new Set(service.ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => port));
  const shared = service.ports.find(({ protocol, port }) => protocol === 'UDP' && tcp.has(port));
  if (!shared || !isService(service.object) || carriesBothProtocols(service.object)) return undefined;
  return {
    object: service,
    path: ['spec', 'ports', shared.index],
    severity: 'warning',
    fact: `has port ${shared.port} for TCP and for UDP on a Network Load Balancer`,
    why: 'the AWS Load Balancer Controller makes one listener for each number and refuses two protocols on it unless it is told to combine them',
    fix: `add the annotation ${AWS_GUIDE}: "true" (controller 2.13 or newer), or give the UDP port another number`,
  };
}
