import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import { carries, ordinalsOf, ownerOfPod, POD_INDEX, POD_NAME } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import { servicesWith } from '../../model/services-with';
import type { WorkloadNode } from '../../model/workload-node';
import { isAutoscaled } from '../overlap/autoscaled';

/** A Service that asks for one Pod of a StatefulSet which does not have it. */
export interface PodRequest {
  readonly service: ServiceNode;
  readonly key: string;
  readonly wanted: string;
  readonly workload: WorkloadNode;
}

/** The Services that ask for a Pod outside a StatefulSet's ordinals. */
export const podRequests: (network: Network) => ReadonlyMap<ServiceNode, PodRequest> = oncePerNetwork((network) => new Map(
  servicesWith(network, { selected: [POD_NAME, POD_INDEX] }).filter((service) => network.workloadsBehind(service).length === 0)
    .flatMap((service) => requestOf(service, network) ?? []).map((request) => [request.service, request]),
));

/** The names or the ordinals that Pods of the StatefulSet have: `orders-0 to orders-2`. */
export function podsText({ key, workload }: PodRequest): string {
  const { start, end } = ordinalsOf(workload);
  const text = (ordinal: number) => key === POD_NAME ? `${workload.name}-${ordinal}` : `${ordinal}`;
  return end - start === 1 ? text(start) : `${text(start)} to ${text(end - 1)}`;
}

function requestOf(service: ServiceNode, network: Network): PodRequest | undefined {
  const { selector = {}, type } = service;
  const key = [POD_NAME, POD_INDEX].find((label) => Object.hasOwn(selector, label));
  if (key === undefined || type === 'ExternalName') return undefined;
  const [workload, ...others] = statefulSetsMeant(service, key, network);
  if (!workload || others.length > 0 || carries(workload, key, selector[key])) return undefined;
  return (workload.replicas ?? 0) > 0 && !isAutoscaled(workload, network) ? { service, key, wanted: selector[key], workload } : undefined;
}

/** Those of the name, or those that carry the rest of the labels. */
function statefulSetsMeant({ selector = {}, namespace }: ServiceNode, key: string, network: Network): WorkloadNode[] {
  const { [key]: wanted, ...rest } = selector;
  const workloads = key === POD_NAME ? named(network, namespace, ownerOfPod(wanted)) : network.workloadsIn(namespace).slice(0, LOOKED_AT);
  return workloads.filter((workload) => workload.kind === 'StatefulSet' && Object.entries(rest).every(([label, value]) => carries(workload, label, value)));
}

const LOOKED_AT = 200;

function named(network: Network, namespace: string, name: string): WorkloadNode[] {
  const found = network.find('apps', 'StatefulSet', namespace, name);
  return found && 'podLabels' in found ? [found as WorkloadNode] : [];
}
