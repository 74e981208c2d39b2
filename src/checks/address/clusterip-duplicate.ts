import * as ipaddr from 'ipaddr.js';
import { clusterAddresses, type ClusterAddress } from './cluster-addresses';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** One address for two Services. */
export const clusteripDuplicate: Check = {
  name: 'clusterip-duplicate',
  severity: 'error',
  summary: 'Two Services ask for the same cluster address.',
  why: 'an address belongs to one Service of the whole cluster; the API server refuses the second one',
  see: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/',
  isClusterWide: true,
  * run(network) {
    const owners = new Map<string, ServiceNode>();
    for (const service of applicationServicesWith(network, { fields: ['clusterIP', 'clusterIPs'] })) {
      if (service.type === 'ExternalName' || service.isHeadless) continue;
      for (const address of clusterAddresses(service)) {
        const owner = owners.get(canonical(address)) ?? service;
        owners.set(canonical(address), owner);
        if (nodeText(owner) === nodeText(service)) continue;
        yield {
          object: service,
          path: address.path,
          fact: `asks for the cluster address ${address.text}, as ${nodeText(owner)} does`,
          fix: `remove ${address.path[1]} from one of them, so that it gets a free address`,
          related: [owner],
        };
      }
    }
  },
};

function canonical({ text, family }: ClusterAddress): string {
  return family === 'IPv6' && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toRFC5952String() : text;
}
