import { backendsText, doubtAboutBackends, scatteredBackends } from './local-backends';
import type { Network } from '../../model/network';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';
import type { Check, Verdict } from '../check';

/** Nodes that take connections and let them fall. */
export const externalLocalSparse: Check = {
  name: 'external-local-sparse',
  severity: 'warning',
  summary: 'Node ports lead to Pods of the same node only, and not every node has one.',
  why: 'with externalTrafficPolicy: Local a node without a ready Pod drops the connection, which the client sees as a time-out; a load balancer leaves such nodes out, but clients of a node port do not know them',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['externalTrafficPolicy'] })) {
      const isLocal = service.type === 'NodePort' && field(service, 'spec', 'externalTrafficPolicy') === 'Local';
      if (isLocal) yield* verdictsOn(service, network);
    }
  },
};

function* verdictsOn(service: ServiceNode, network: Network): Iterable<Verdict> {
  const cannotTell = doubtAboutBackends(service, network);
  if (cannotTell) yield { object: service, cannotTell };
  const backends = scatteredBackends(service, network);
  if (!backends) return;
  const pinned = service.ports.find(({ nodePort }) => nodePort)?.nodePort;
  yield {
    object: service,
    path: ['spec', 'externalTrafficPolicy'],
    fact: `answers on node port${pinned ? ` ${pinned}` : 's'} only where its Pods run, and ${backendsText(backends)}`,
    fix: 'set externalTrafficPolicy: Cluster; to keep the addresses of clients, make the workload a DaemonSet or the type LoadBalancer',
    related: backends,
  };
}
