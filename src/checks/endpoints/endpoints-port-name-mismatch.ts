import { portGaps, type PortGap } from './port-gaps';
import { textAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import { servicePortText } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** The ports of a Service and of its hand-made endpoints have different names. */
export const endpointsPortNameMismatch: Check = {
  name: 'endpoints-port-name-mismatch',
  severity: 'error',
  summary: 'A port of a hand-made Endpoints or EndpointSlice has another name than the port of the Service that it is meant for.',
  why: 'kube-proxy joins the two by name, not by number; a port whose name the Service does not have is ignored, and connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const gap of portGaps(network)) {
      if (gap.meant?.differs === 'name') yield problemOf(gap, gap.meant);
    }
  },
};

function problemOf({ service, port }: PortGap, { endpoints, port: meant }: NonNullable<PortGap['meant']>): Problem {
  const isNameWritten = textAt(endpoints.object, ...meant.path, 'name') !== undefined;
  return {
    object: endpoints,
    path: isNameWritten ? [...meant.path, 'name'] : meant.path,
    fact: `${meant.name ? `names its port ${meant.port ?? '?'} "${meant.name}"` : `has no name for its port ${meant.port ?? '?'}`}, but port ${servicePortText(port)} of ${nodeText(service)} ${port.name ? `is named "${port.name}"` : 'has no name'}`,
    fix: port.name ? `write name: ${port.name}` : `remove the name "${meant.name}" here, or add name: ${meant.name} to the port of the Service`,
    related: [service],
  };
}
