import { groupedBy } from '../../model/grouped-by';
import type { Check, Problem } from '../check';
import { selectingServices } from './no-pods';
import { recordAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';

/** The same Service under two names. */
export const svcDuplicateSelector: Check = {
  name: 'svc-duplicate-selector',
  severity: 'info',
  summary: 'Two Services of one namespace have equal selectors, equal ports and the same type.',
  why: 'both lead to the same Pods in the same way: one of them costs an address, or a load balancer, and will be forgotten when the other is changed',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  * run(network) {
    const candidates = selectingServices(network).filter((service) => !service.isHeadless && !isForRollouts(service, network));
    const groups = groupedBy(alikeAtFirstSight(candidates), (service) => JSON.stringify(whatItDoes(service)));
    for (const group of groups.values()) yield* problemsOf(group);
  },
};

function* problemsOf(group: readonly ServiceNode[]): Iterable<Problem> {
  const [first, ...others] = [...group].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const service of others.filter(({ name }) => name !== first.name)) {
    yield {
      object: service,
      path: ['spec', 'selector'],
      fact: `selects the same Pods, on the same ports, as ${nodeText(first)}`,
      fix: `remove Service ${service.name} and let its clients use ${first.name}`,
      related: [first],
    };
  }
}

/** Those with the labels of another one, whatever the order. */
function alikeAtFirstSight(services: readonly ServiceNode[]): ServiceNode[] {
  const labelsOf = ({ namespace, selector = {} }: ServiceNode) => [namespace, ...Object.values(selector).sort()].join('\n');
  const groups = groupedBy(services, labelsOf);
  return services.filter((service) => groups.get(labelsOf(service))!.length > 1);
}

/** All that it is told, in an order that does not depend on how it is written. */
function whatItDoes({ namespace, type, selector = {}, ports, object, annotations }: ServiceNode): unknown {
  const { ports: _ports, selector: _selector, type: _type, clusterIP: _clusterIP, clusterIPs: _clusterIPs, ...others } = recordAt(object, 'spec');
  const sorted = (record: Readonly<Record<string, unknown>>) => Object.entries(record).sort(([a], [b]) => a < b ? -1 : 1);
  const told = ports.map(({ index: _index, name: _name, object: _object, ...port }) => port);
  return [namespace, type, sorted(selector), told, sorted(others), sorted(annotations)];
}

/** The Services of a progressive delivery differ only while a release is under way. */
function isForRollouts({ namespace, name }: ServiceNode, network: Network): boolean {
  return rolledOut(network).has(`${namespace}/${name}`);
}

const rolledOut = oncePerNetwork((network) => new Set(network.ofKind('argoproj.io', 'Rollout').flatMap(({ object, namespace }) => [
  ...['activeService', 'previewService'].map((service) => textAt(object, 'spec', 'strategy', 'blueGreen', service)),
  ...['stableService', 'canaryService'].map((service) => textAt(object, 'spec', 'strategy', 'canary', service)),
].map((name) => `${namespace}/${name}`))));
