import { servicesWithSeveralPorts } from '../../model/services-with';
import type { Check } from '../check';
import { freePort } from './free-port';
import { repeated } from './repeated';
import { servicePortText } from '../../model/service-node';

/** A number that a Service has twice for one protocol. */
export const portDuplicate: Check = {
  name: 'port-duplicate',
  severity: 'error',
  summary: 'Two ports of a Service have the same number and protocol.',
  why: 'a port leads to one place: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  * run(network) {
    for (const service of servicesWithSeveralPorts(network)) {
      const isKnown = (port: number | undefined) => port !== undefined;
      for (const { item, first } of repeated(service.ports, (port) => isKnown(port.port) ? servicePortText(port) : undefined)) {
        const isCopy = item.targetPort === first.targetPort && item.nodePort === first.nodePort;
        yield {
          object: service,
          path: ['spec', 'ports', item.index, 'port'],
          fact: `has ${servicePortText(item)} twice: ports[${first.index}] sends it to ${first.targetPort}, ports[${item.index}] to ${item.targetPort}`,
          fix: isCopy ? `remove ports[${item.index}]` : `give ports[${item.index}] another number, for example ${freePort(service.ports, item)}, or another protocol`,
        };
      }
    }
  },
};
