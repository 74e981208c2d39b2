import { differingLabels } from './differing-labels';
import type { NearMiss } from './meant-workload';
import { bareName } from './orphans';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { isTypingMistake } from '../../values/similar-name';

/**
 * The workload that a Service is called after, where nothing but a typing mistake in one label tells it from what the Service
 * asks for. Other Services select it, so that it is not certain that this one does not wait for something else.
 */
export function missOfServed(service: ServiceNode, network: Network): NearMiss | undefined {
  for (const workload of calledAfter(service, network)) {
    const [difference, ...others] = Object.entries(differingLabels(service, workload));
    if (!difference || others.length > 0) continue;
    const [key, wanted] = difference;
    const value = Object.hasOwn(workload.podLabels, key) ? workload.podLabels[key] : undefined;
    if (value !== undefined && isTypingMistake(wanted, value) && !isPart(wanted, value) && bareName(service.name) !== wanted) {
      return { workload, key, wanted, found: { key, value }, isSlip: false, isServed: true };
    }
  }
  return undefined;
}

/** frontend for the Services frontend, frontend-svc and frontend-external. */
function* calledAfter({ namespace, name }: ServiceNode, network: Network): Iterable<WorkloadNode> {
  if (network.workloadsIn(namespace).length === 0) return;
  const parts = name.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    yield* byBareName(network).get(`${namespace}/${parts.slice(0, length).join('-')}`) ?? [];
  }
}

/** web for web-b, which is another one of them. */
function isPart(wanted: string, value: string): boolean {
  return wanted.startsWith(`${value}-`) || value.startsWith(`${wanted}-`);
}

const byBareName = oncePerNetwork(({ workloads }) => groupedBy(
  workloads.filter(({ isShortLived }) => !isShortLived), ({ namespace, name }) => `${namespace}/${bareName(name)}`));
