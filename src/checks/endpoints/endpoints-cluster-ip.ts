import { handMadeEndpoints } from './hand-made-endpoints';
import { listAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { servicesWith } from '../../model/services-with';
import type { Check } from '../check';

/** An endpoint is the cluster IP of a Service. */
export const endpointsClusterIp: Check = {
  name: 'endpoints-cluster-ip',
  severity: 'warning',
  summary: 'An address of a hand-made Endpoints or EndpointSlice is the cluster IP of a Service.',
  why: 'kube-proxy cannot send from one virtual address to another: what happens depends on its mode, usually the packets are lost',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    if (handMadeEndpoints(network).length === 0) return;
    const owners = clusterIps(network);
    for (const endpoints of handMadeEndpoints(network)) {
      for (const { value, path } of endpoints.addresses) {
        const owner = owners.get(value);
        if (!owner) continue;
        yield {
          object: endpoints,
          path,
          fact: `sends to ${value}, the cluster IP of ${nodeText(owner)}`,
          fix: owner.namespace === endpoints.namespace
            ? `let clients use ${owner.name}, or list the addresses behind it`
            : `make the Service an ExternalName of ${owner.name}.${owner.namespace}.svc.cluster.local, or list the addresses behind it`,
          related: [owner],
        };
      }
    }
  },
};

function clusterIps(network: Network): Map<unknown, ServiceNode> {
  const owners = new Map<unknown, ServiceNode>();
  for (const service of servicesWith(network, { fields: ['clusterIP', 'clusterIPs'] })) {
    for (const ip of [textAt(service.object, 'spec', 'clusterIP'), ...listAt(service.object, 'spec', 'clusterIPs')]) {
      if (typeof ip === 'string' && ip !== '' && ip !== 'None') owners.set(ip, service);
    }
  }
  return owners;
}
