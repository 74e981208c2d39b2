import { externalNames, mayBeProxied } from './external-names';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

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
        yield {
          object: service,
          path: ['spec', 'ports', index, 'targetPort'],
          fact: `sends port ${port ?? '?'} to ${targetPort} of ${service.externalName}, but an alias translates no ports`,
          fix: typeof targetPort === 'number'
            ? `let clients connect to ${service.name}:${targetPort} and write port: ${targetPort}, or use a Service without selector and an EndpointSlice with the addresses`
            : `remove targetPort: ${targetPort}; clients connect to the port of ${service.externalName} itself`,
          ...certaintyOf(service, targetPort, network),
        };
      }
    }
  },
};

function certaintyOf(service: ServiceNode, targetPort: unknown, network: Network): Pick<Problem, 'severity' | 'why'> {
  if (typeof targetPort !== 'number') return { severity: 'info', why: 'the Service is a DNS alias: no Pods are behind it whose ports could have a name' };
  if (!mayBeProxied(service, network)) return {};
  return { severity: 'info', why: 'a proxy may use the targetPort; everyone else reaches the host at the port they connect to' };
}
