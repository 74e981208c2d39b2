import { textAt, textsAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { groupOf, isHelmHook } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { parseDnsLabel } from '../../values/dns-name';
import { faultOf } from '../fault-of';

/** A StatefulSet and the Service under whose name its Pods get names of their own. */
export interface GovernedSet {
  readonly set: WorkloadNode;
  readonly serviceName: string;
  /** Absent where no Service of that name is among the objects. */
  readonly service?: ServiceNode;
}

/** The StatefulSets of the application. */
export const statefulSets = oncePerNetwork((network) => network.workloads
  .filter((workload) => workload.kind === 'StatefulSet' && groupOf(workload) === 'apps' && !isHelmHook(workload)));

/** What a StatefulSet says of its governing Service: "" where it names none. */
export function serviceNameOf({ object }: WorkloadNode): string {
  return textAt(object, 'spec', 'serviceName') ?? '';
}

/** How another governing Service is given to a StatefulSet. */
export function setServiceNameText(serviceName: string): string {
  return `set serviceName: ${serviceName} (the field cannot change: delete a StatefulSet that exists with --cascade=orphan first)`;
}

/** The StatefulSets that name a governing Service, where the name is one. */
export const governedSets = oncePerNetwork((network) => statefulSets(network).flatMap((set): GovernedSet[] => {
  const serviceName = serviceNameOf(set);
  if (isPlaceholder(serviceName) || faultOf(parseDnsLabel, serviceName)) return [];
  return [{ set, serviceName, service: network.service(set.namespace, serviceName) }];
}));

/** The StatefulSets of each governing Service that is among the objects. */
export const governedByService = oncePerNetwork((network) => groupedBy(
  governedSets(network).filter(({ service }) => service), ({ service }) => service));

/** A headless Service that selects the Pods of a StatefulSet: one that could govern it. */
export function headlessServiceFor(set: WorkloadNode, network: Network): ServiceNode | undefined {
  return headlessServices(network).get(set)?.[0];
}

const headlessServices = oncePerNetwork((network) => servicesByWorkload(network.services.filter(({ isHeadless }) => isHeadless), network));

/** For each workload, the Services that select its Pods. */
export function servicesByWorkload(services: readonly ServiceNode[], network: Network): Map<WorkloadNode, ServiceNode[]> {
  const byWorkload = new Map<WorkloadNode, ServiceNode[]>();
  for (const service of services) {
    for (const workload of network.workloadsBehind(service)) {
      const known = byWorkload.get(workload);
      if (known) known.push(service);
      else byWorkload.set(workload, [service]);
    }
  }
  return byWorkload;
}

/** The labels by which a Service can select the Pods of a StatefulSet and no others, as YAML. */
export function selectorText({ object, podLabels }: WorkloadNode): string {
  const matchLabels = textsAt(object, 'spec', 'selector', 'matchLabels');
  return labelsText(Object.keys(matchLabels).length > 0 ? matchLabels : podLabels);
}

/** `{ app: orders, tier: db }`, `{}` */
export function labelsText(labels: Readonly<Record<string, string>>): string {
  const fields = Object.entries(labels).map(([key, value]) => `${key}: ${isPlainYaml(value) ? value : JSON.stringify(value)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

function isPlainYaml(value: string): boolean {
  return /^[A-Za-z][-\w./]*$/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value);
}

/** A name that no Service of the namespace has yet. */
export function freeServiceName(name: string, namespace: string, network: Network): string {
  return network.service(namespace, name) ? freeServiceName(`${name}-pods`, namespace, network) : name;
}

/** The Services of a namespace. */
export function servicesIn(namespace: string, network: Network): readonly ServiceNode[] {
  return servicesByNamespace(network).get(namespace) ?? [];
}

const servicesByNamespace = oncePerNetwork((network) => groupedBy(network.services, ({ namespace }) => namespace));
