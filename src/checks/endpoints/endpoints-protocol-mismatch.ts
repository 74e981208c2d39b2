import { portGaps } from './port-gaps';
import { textAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import { servicePortText } from '../../model/service-node';
import type { Check } from '../check';

/** The ports of a Service and of its hand-made endpoints share a name and differ in the protocol. */
export const endpointsProtocolMismatch: Check = {
  name: 'endpoints-protocol-mismatch',
  severity: 'error',
  summary: 'A port of a hand-made Endpoints or EndpointSlice has another protocol than the port of the Service of the same name.',
  why: 'kube-proxy joins the two by name and protocol; where one differs, the port has no endpoints and connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const { service, port, meant } of portGaps(network)) {
      if (meant?.differs !== 'protocol') continue;
      const isWritten = textAt(meant.endpoints.object, ...meant.port.path, 'protocol') !== undefined;
      yield {
        object: meant.endpoints,
        path: isWritten ? [...meant.port.path, 'protocol'] : meant.port.path,
        fact: `${port.name ? `port "${port.name}"` : `port ${meant.port.port ?? '?'}`} is ${meant.port.protocol}${isWritten ? '' : ', the default'}, but port ${servicePortText(port)} of ${nodeText(service)} is ${port.protocol}`,
        fix: `write protocol: ${port.protocol}`,
        related: [service],
      };
    }
  },
};
