import { replicasBehind } from './replicas-behind';
import { field } from '../../model/object-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A preference among one. */
export const trafficDistributionFewReplicas: Check = {
  name: 'traffic-distribution-few-replicas',
  severity: 'info',
  summary: 'A Service prefers near Pods and has only one.',
  why: 'all connections go to that Pod, near or far',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  * run(network) {
    if (!isUsable('trafficDistribution', network.circumstances.version)) return;
    for (const service of applicationServicesWith(network, { fields: ['trafficDistribution'] })) {
      const preference = field(service, 'spec', 'trafficDistribution');
      if (typeof preference !== 'string' || !preference.startsWith('Prefer') || replicasBehind(service, network) !== 1) continue;
      yield {
        object: service,
        path: ['spec', 'trafficDistribution'],
        fact: `has trafficDistribution: ${preference} and one Pod`,
        fix: `run a Pod ${preference === 'PreferSameNode' ? 'on each node with clients, for example as a DaemonSet' : 'in each zone, with topologySpreadConstraints for topology.kubernetes.io/zone'}, or remove trafficDistribution`,
        related: network.workloadsBehind(service),
      };
    }
  },
};
