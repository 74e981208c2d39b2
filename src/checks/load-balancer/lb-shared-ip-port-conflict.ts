import type { Check } from '../check';
import { requestsByAddress, sharingOf } from './requested-addresses';
import { nodeText } from '../../model/object-node';
import { servicePortText, type ServiceNode } from '../../model/service-node';

/** Two load balancers want one port of one address. */
export const lbSharedIpPortConflict: Check = {
  name: 'lb-shared-ip-port-conflict',
  severity: 'error',
  summary: 'Two LoadBalancers ask for one address and have a port in common.',
  why: 'a port of an address leads to one Service: the second one stays pending without an address, or gets another one',
  see: 'https://metallb.io/usage/#ip-address-sharing',
  isClusterWide: true,
  * run(network) {
    for (const [address, requests] of requestsByAddress(network)) {
      const holders = new Map<string, ServiceNode>();
      for (const { service, path } of requests) {
        for (const port of service.ports) {
          const holder = holders.get(servicePortText(port));
          if (!holder) holders.set(servicePortText(port), service);
          if (!holder || port.port === undefined || isSame(holder, service)) continue;
          yield {
            object: service,
            path,
            fact: `asks for ${address} and has port ${servicePortText(port)}, as ${nodeText(holder)} does${sharingOf(service) ? ', with which it may share the address' : ''}`,
            fix: `give one of them another address, or another port than ${port.port}`,
            related: [holder],
          };
        }
      }
    }
  },
};

/** Two objects of one name replace each other. */
function isSame(a: ServiceNode, b: ServiceNode): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}
