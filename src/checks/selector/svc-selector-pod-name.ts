import type { Check } from '../check';
import { podRequests, podsText, type PodRequest } from './pod-requests';
import { labelsText } from '../../model/known-labels';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { ordinalsOf, POD_INDEX, POD_NAME } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';

/** A Service for a Pod that is not made. */
export const svcSelectorPodName: Check = {
  name: 'svc-selector-pod-name',
  severity: 'warning',
  summary: 'A Service asks for one Pod of a StatefulSet by a name or an ordinal that none of its replicas has.',
  why: 'a StatefulSet numbers its Pods from its first ordinal on, as many as it has replicas; the Service for another one has no endpoints',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#ordinal-index',
  * run(network) {
    for (const request of podRequests(network).values()) {
      const { service, key, wanted, workload } = request;
      yield {
        object: service,
        path: ['spec', 'selector', key],
        fact: `selects ${labelsText({ [key]: wanted })}, but the Pods of ${nodeText(workload)} are ${key === POD_NAME ? '' : 'numbered '}${podsText(request)}`,
        fix: fixFor(request),
        related: [workload],
      };
    }
    for (const service of asksForUnknownIndex(network)) {
      yield {
        object: service,
        path: ['spec', 'selector', POD_INDEX],
        fact: `selects ${POD_INDEX}, a label that Pods do not get in Kubernetes ${network.circumstances.version}`,
        why: 'from Kubernetes 1.28 on StatefulSets label their Pods with the ordinal; before, nothing matches and the Service has no endpoints',
        fix: `select ${POD_NAME} instead, for example ${POD_NAME}: ${nameOf(service, network)}-${service.selector?.[POD_INDEX]}`,
      };
    }
  },
};

function fixFor({ key, wanted, workload }: PodRequest): string {
  const { start, end } = ordinalsOf(workload);
  const ordinal = Number(key === POD_NAME ? wanted.slice(workload.name.length + 1) : wanted);
  const last = key === POD_NAME ? `${workload.name}-${end - 1}` : `"${end - 1}"`;
  return `make it ${last}${ordinal >= end ? `, or set spec.replicas: ${ordinal - start + 1} in ${nodeText(workload)}` : ''}`;
}

function asksForUnknownIndex(network: Network): ServiceNode[] {
  if (isUsable('label apps.kubernetes.io/pod-index', network.circumstances.version)) return [];
  return applicationServicesWith(network, { selected: [POD_INDEX] }).filter(({ selector = {}, type }) => Object.hasOwn(selector, POD_INDEX) && type !== 'ExternalName');
}

function nameOf(service: ServiceNode, network: Network): string {
  const [workload] = network.workloadsBehind(service);
  return workload?.name ?? service.name;
}
