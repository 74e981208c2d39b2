import { isIP } from 'net';
import { externalNames, hostOf, mayBeProxied, type ExternalNameNode } from './external-names';
import { servicePortText } from '../../model/service-node';
import type { Check } from '../check';

/** A Service of type ExternalName has an IP address for a name. */
export const externalnameIsIp: Check = {
  name: 'externalname-is-ip',
  severity: 'error',
  summary: 'The externalName of a Service is an IP address.',
  why: 'it becomes the target of a DNS alias, and no name server knows a host called like an address: the Service does not resolve',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of externalNames(network)) {
      const family = isIP(hostOf(service));
      if (family === 0) continue;
      yield {
        object: service,
        path: ['spec', 'externalName'],
        fact: `has the externalName ${service.externalName}, an IP${family === 6 ? 'v6' : ''} address`,
        fix: fixFor(service),
        ...family === 6 ? { why: 'the API server refuses the object: an externalName is a DNS name' } : {},
        ...family === 4 && mayBeProxied(service, network) ? PROXIED : {},
      };
    }
  },
};

const PROXIED = { severity: 'warning', why: 'a proxy that connects to what is written may reach it; for everyone else the Service does not resolve' } as const;

function fixFor(service: ExternalNameNode): string {
  const ports = service.ports.map(servicePortText).join(', ');
  return `remove type and externalName, ${ports ? `keep the port${service.ports.length > 1 ? 's' : ''} ${ports}` : 'add the port'}, and add an EndpointSlice of ${service.name} with the address ${hostOf(service)}`;
}
