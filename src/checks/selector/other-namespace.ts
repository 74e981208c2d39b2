import { bareName, inNetwork, orphansAnywhere } from './orphans';
import type { Severity } from '../../findings/severity';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import { SelectorIndex } from '../../model/selector-index';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';

/** A workload of another namespace that a Service seems to be meant for. */
export interface Elsewhere {
  readonly workload: WorkloadNode;
  /** Whether other Services select it, where it is. */
  readonly isServed: boolean;
  readonly severity: Severity;
}

/** How many workloads are looked at for one Service. */
const LOOKED_AT = 500;

/** One that no Service selects, else one that lacks this Service. */
export function workloadElsewhere(service: ServiceNode, network: Network): Elsewhere | undefined {
  const caught = anywhere(network).caughtBy(service.selector!, '', LOOKED_AT);
  return caught.length === 0 ? undefined : orphanElsewhere(service, network) ?? servedElsewhere(service, caught, network);
}

/** The workload that has all the labels and that no Service selects. */
function orphanElsewhere(service: ServiceNode, network: Network): Elsewhere | undefined {
  const found = orphansAnywhere(network).caughtBy(service.selector!, '', LOOKED_AT).map((workload) => inNetwork(workload, network)).filter(hasNamespace);
  const certain = found.find((workload) => isNamesake(service, workload)) ?? (Object.keys(service.selector!).length > 1 ? found[0] : undefined);
  if (certain) return { workload: certain, isServed: false, severity: 'error' };
  const named = found.find((workload) => isNamed(service, workload));
  return named && { workload: named, isServed: false, severity: 'warning' };
}

/** The workload that has all the labels and Services of its own, but none of this name. */
function servedElsewhere(service: ServiceNode, caught: readonly WorkloadNode[], network: Network): Elsewhere | undefined {
  const found = caught.map((workload) => inNetwork(workload, network))
    .filter((workload) => hasNamespace(workload) && !network.service(workload.namespace, service.name));
  const namesake = found.find((workload) => isNamesake(service, workload));
  if (namesake) return { workload: namesake, isServed: true, severity: 'warning' };
  const [workload] = Object.keys(service.selector!).length > 1 ? found : found.filter((candidate) => isNamed(service, candidate));
  const isOne = workload && found.every(({ namespace }) => namespace === workload.namespace);
  return isOne ? { workload, isServed: true, severity: 'info' } : undefined;
}

/** All workloads that run on, without regard to namespaces. */
const anywhere = oncePerNetwork(({ workloads }) => new SelectorIndex(
  workloads.filter(({ isShortLived }) => !isShortLived).map((workload) => ({ ...workload, namespace: '' }))));

function isNamesake(service: ServiceNode, { name }: WorkloadNode): boolean {
  return bareName(name) === bareName(service.name);
}

/** Whether a label of the selector is the name of the workload. */
function isNamed({ selector = {} }: ServiceNode, { name }: WorkloadNode): boolean {
  return Object.values(selector).some((value) => bareName(value) === bareName(name));
}

function hasNamespace({ namespace }: WorkloadNode): boolean {
  return !isPlaceholder(namespace);
}
