import { servicesWithSeveralPorts } from '../../model/services-with';
import type { Check } from '../check';
import { repeated } from './repeated';
import { isPlaceholder } from '../../kube/placeholder';
import { servicePortText, type ServicePortNode } from '../../model/service-node';
import { parseDnsLabel } from '../../values/dns-name';
import { faultOf } from '../fault-of';

/** A name that two ports of a Service have. */
export const portNameDuplicate: Check = {
  name: 'port-name-duplicate',
  severity: 'error',
  summary: 'Two ports of a Service have the same name.',
  why: 'endpoints belong to a port by its name: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  * run(network) {
    for (const service of servicesWithSeveralPorts(network)) {
      for (const { item, first } of repeated(service.ports, ({ name }) => isPlaceholder(name) ? undefined : name)) {
        yield {
          object: service,
          path: ['spec', 'ports', item.index, 'name'],
          fact: `has two ports called "${item.name}": ${servicePortText(first)} and ${servicePortText(item)}`,
          fix: `rename ports[${item.index}], for example to ${otherName(item, first, service.ports)}`,
        };
      }
    }
  },
};

function otherName({ name = '', port = 0, protocol }: ServicePortNode, first: ServicePortNode, ports: readonly ServicePortNode[]): string {
  const lower = protocol.toLowerCase();
  const isFree = (candidate: string) => faultOf(parseDnsLabel, candidate) === undefined && ports.every((other) => other.name !== candidate);
  return [`${name}-${lower}`, `${name}-${port}`, `${lower}-${port}`].slice(protocol === first.protocol ? 1 : 0).find(isFree) ?? `port-${port}-${lower}`;
}
