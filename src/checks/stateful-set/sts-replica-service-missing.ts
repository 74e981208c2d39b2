import { statefulSets } from './governed-sets';
import { numberAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import { servicesWith } from '../../model/services-with';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check } from '../check';

/** Replicas were added, and their Services forgotten. */
export const stsReplicaServiceMissing: Check = {
  name: 'sts-replica-service-missing',
  severity: 'info',
  summary: 'Some Pods of a StatefulSet have a Service of their own, and the last ones do not.',
  why: 'who reaches the Pods one by one through these Services does not reach the last ones',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label',
  * run(network) {
    for (const set of statefulSets(network)) {
      const { served, missing } = ordinals(set, network);
      // One alone is often the first Pod, which has a part of its own.
      if (served.length < 2 || missing.length === 0) continue;
      yield {
        object: set,
        path: ['spec', 'replicas'],
        fact: `has ${set.replicas} replicas, and Services of their own for ${served.length} of them only, the last being ${served[served.length - 1]}`,
        fix: `make Services that select ${POD_NAME}: ${missing.slice(0, 5).join(' and ')}`,
      };
    }
  },
};

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const MOST_NAMED = 1000;

function ordinals(set: WorkloadNode, network: Network): Record<'served' | 'missing', string[]> {
  const start = numberAt(set.object, 'spec', 'ordinals', 'start') ?? 0;
  const pods = Array.from({ length: Math.min(Math.max(set.replicas ?? 0, 0), MOST_NAMED) }, (_, index) => `${set.name}-${start + index}`);
  const isServed = (pod: string) => podServices(network).has(`${set.namespace}/${pod}`);
  return { served: pods.filter(isServed), missing: pods.filter((pod) => !isServed(pod)) };
}

const podServices = oncePerNetwork((network) => new Set(servicesWith(network, { selected: [POD_NAME] }).map(({ namespace, selector }) => `${namespace}/${selector?.[POD_NAME] ?? ''}`)));
