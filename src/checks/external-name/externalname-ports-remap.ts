import { externalNames, mayBeProxied } from './external-names';
import { isPlaceholder } from '../../kube/placeholder';
import type { Check } from '../check';

/** A Service of type ExternalName translates a port. */
export const externalnamePortsRemap: Check = {
  name: 'externalname-ports-remap',
  severity: 'warning',
  summary: 'A port of a Service of type ExternalName has another targetPort.',
  why: 'the Service is a DNS alias and nothing stands between: clients reach the host at the port they connect to',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of externalNames(network)) {
      for (const { index, port, targetPort, isTargetPortGiven } of service.ports) {
        if (!isTargetPortGiven || targetPort === port || isPlaceholder(targetPort)) continue;
        const isProxied = mayBeProxied(service, network);
        yield {
          object: service,
          path: ['spec', 'ports', index, 'targetPort'],
          fact: `sends port ${port ?? '?'} to ${targetPort} of ${service.externalName}, but an alias translates no ports`,
          fix: typeof targetPort === 'number'
            ? `let clients connect to ${service.name}:${targetPort} and write port: ${targetPort}, or use a Service without selector and an EndpointSlice with the addresses`
            : `remove targetPort: ${targetPort}; clients connect to the port of ${service.externalName} itself`,
          ...isProxied ? { severity: 'info', why: 'a proxy may use the targetPort; everyone else reaches the host at the port they connect to' } : {},
        };
      }
    }
  },
};
