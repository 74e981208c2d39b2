import { replicasBehind } from './replicas-behind';
import { AUTO, HINTS, MODE } from './successor';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** Fewer Pods than zones can share. */
export const topologyHintsFewEndpoints: Check = {
  name: 'topology-hints-few-endpoints',
  severity: 'info',
  summary: 'A Service with topology-aware hints has few Pods.',
  why: 'with less than 3 Pods for each zone the controller often finds no even share and takes all hints back: connections then go to any zone',
  see: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/#three-or-more-endpoints-per-zone',
  * run(network) {
    if (!isUsable('annotation topology-aware-hints', network.circumstances.version)) return;
    for (const service of applicationServicesWith(network, { annotations: [HINTS, MODE] })) {
      const annotation = [HINTS, MODE].find((name) => AUTO.includes(service.annotations[name]));
      const replicas = annotation === undefined ? undefined : replicasBehind(service, network);
      if (annotation === undefined || replicas === undefined || replicas >= FEW || replicas === 0) continue;
      yield {
        object: service,
        path: ['metadata', 'annotations', annotation],
        fact: `asks for topology hints and has ${replicas === 1 ? 'one Pod' : `${replicas} Pods`}`,
        fix: `run at least ${FEW} Pods, 3 for each of two zones, or remove the annotation`,
        related: network.workloadsBehind(service),
      };
    }
  },
};

const FEW = 6;
