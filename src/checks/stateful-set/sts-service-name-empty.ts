import { serviceNameOf, setServiceNameText, statefulSets } from './governed-sets';
import { podNameUseUnderAnyService, relianceText, type PodNameUse } from './pod-name-use';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';

/** Pods are called by names that the StatefulSet does not ask for. */
export const stsServiceNameEmpty: Check = {
  name: 'sts-service-name-empty',
  severity: 'warning',
  summary: 'A StatefulSet names no governing Service, although its Pods are called by their own names.',
  why: 'without serviceName the Pods have no subdomain, so the cluster\'s DNS knows none of them by name',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  * run(network) {
    for (const set of statefulSets(network)) {
      const use = serviceNameOf(set) === '' ? podNameUseUnderAnyService(set, network) : undefined;
      if (use) yield problemOf(set, use);
    }
  },
};

function problemOf(set: WorkloadNode, use: PodNameUse): Problem {
  return {
    object: set,
    path: ['spec', 'serviceName'],
    fact: `has no serviceName, but ${relianceText(use, set)}`,
    fix: setServiceNameText(use.serviceName),
    related: use.object.object === set.object ? [] : [use.object],
  };
}
