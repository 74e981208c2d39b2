import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { servicesWithSeveralPorts } from '../../model/services-with';
import type { Check } from '../check';

/** A number that a Service has for two protocols. */
export const portTwoProtocolsSameNumber: Check = {
  name: 'port-two-protocols-same-number',
  severity: 'info',
  summary: 'A Service has one number for two protocols.',
  why: 'client-side kubectl apply tells ports apart by number only: when one of the two is changed later, the other may be lost',
  see: 'https://github.com/kubernetes/kubernetes/issues/105610',
  * run(network) {
    for (const service of servicesWithSeveralPorts(network)) {
      for (const [number, ports] of byNumber(service)) {
        const protocols = [...new Set(ports.map(({ protocol }) => protocol))];
        if (protocols.length < 2) continue;
        yield {
          object: service,
          path: ['spec', 'ports', ports[1].index, 'port'],
          fact: `has port ${number} for ${protocols.join(' and ')}`,
          fix: 'apply it with kubectl apply --server-side, or with a tool that does so',
        };
      }
    }
  },
};

function byNumber({ ports }: ServiceNode): Map<number, ServicePortNode[]> {
  const numbers = new Map<number, ServicePortNode[]>();
  for (const port of ports) {
    if (port.port === undefined) continue;
    const same = numbers.get(port.port);
    if (same) same.push(port);
    else numbers.set(port.port, [port]);
  }
  return numbers;
}
