import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { SelectorIndex } from '../../model/selector-index';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';

/** The workloads that run on and whose Pods no Service selects: one of them may be meant by a Service that selects none. */
export const orphansIn: (network: Network) => SelectorIndex = oncePerNetwork((network) => new SelectorIndex(orphans(network)));

/** The same ones without regard to namespaces: all under the name "". */
export const orphansAnywhere: (network: Network) => SelectorIndex = oncePerNetwork((network) => new SelectorIndex(
  orphans(network).map((workload) => ({ ...workload, namespace: '' })),
));

/** The workloads that a Service goes by the name of and that no Service selects: orders for orders, orders-svc, orders-service. */
export function namesakes({ namespace, name }: ServiceNode, network: Network): readonly WorkloadNode[] {
  return byBareName(network).get(`${namespace}/${bareName(name)}`) ?? [];
}

/** A name without what says which kind of object has it. */
export function bareName(name: string): string {
  return name.replace(/-(svc|service|deployment|deploy|statefulset|sts)$/, '');
}

const byBareName = oncePerNetwork((network) => {
  const byName = new Map<string, WorkloadNode[]>();
  for (const workload of orphans(network)) {
    const key = `${workload.namespace}/${bareName(workload.name)}`;
    byName.set(key, [...byName.get(key) ?? [], workload]);
  }
  return byName;
});

/** The workload as it is in the network. */
export function inNetwork(workload: WorkloadNode, network: Network): WorkloadNode {
  return originals(network).get(workload.object) ?? workload;
}

const originals = oncePerNetwork((network) => new Map(network.workloads.map((workload) => [workload.object, workload])));

const orphans = oncePerNetwork((network) => {
  const services = network.services.filter(({ type }) => type !== 'ExternalName');
  const selected = new Set(services.flatMap((service) => network.workloadsBehind(service)).map(nodeText));
  return network.workloads.filter((workload) => !workload.isShortLived && !selected.has(nodeText(workload)))
    .sort((a, b) => nodeText(a) < nodeText(b) ? -1 : 1);
});
