import { fieldAt } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../../model/service-node';
import { servicesWithSeveralPorts } from '../../model/services-with';
import { parsePortName } from '../../values/port-name';
import type { Check } from '../check';
import { faultOf } from '../fault-of';

/** A port without name beside others. */
export const portNameRequired: Check = {
  name: 'port-name-required',
  severity: 'error',
  summary: 'A Service has several ports, and one of them has no name.',
  why: 'endpoints belong to a port by its name, so only a single port can do without: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  * run(network) {
    for (const service of servicesWithSeveralPorts(network)) {
      for (const port of service.ports.filter(({ name }) => name === undefined)) {
        if (mayHaveName(service, port)) continue;
        yield {
          object: service,
          path: ['spec', 'ports', port.index],
          fact: `has ${service.ports.length} ports, and ${servicePortText(port)} has no name`,
          fix: `add name: ${nameFor(port, service.ports)}`,
        };
      }
    }
  },
};

/** A name that is no text is another mistake; what is no port at all may be filled in later. */
function mayHaveName({ object }: ServiceNode, { index }: ServicePortNode): boolean {
  const name = fieldAt(object, 'spec', 'ports', index, 'name');
  return !isRecord(fieldAt(object, 'spec', 'ports', index)) || (name !== undefined && name !== null && name !== '');
}

function nameFor({ index, targetPort, port, protocol }: ServicePortNode, ports: readonly ServicePortNode[]): string {
  const numbered = port === undefined ? `port-${index}` : `${protocol.toLowerCase()}-${port}`;
  const isFree = typeof targetPort === 'string' && ports.every(({ name }) => name !== targetPort)
    && ports.filter((other) => other.targetPort === targetPort).length === 1 && faultOf(parsePortName, targetPort) === undefined;
  return isFree ? targetPort : numbered;
}
