import { applicationServices } from '../application-services';
import type { MonitorNode } from './monitors';
import type { LabelSelector } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';

type Labels = Readonly<Record<string, string>>;

/** The Services with the labels that a monitor asks for, in its namespaces. */
export function servicesSelected({ selector, namespaces }: MonitorNode, network: Network): ServiceNode[] {
  return labelled(selector, network).filter(({ namespace }) => !namespaces || namespaces.includes(namespace));
}

/** The Services with these labels, in any namespace. */
export function labelled({ labels, expressions }: LabelSelector, network: Network): ServiceNode[] {
  const lists = Object.entries(labels).map(([key, value]) => byLabel(network).get(`${key}=${value}`) ?? []);
  const candidates = lists.sort((a, b) => a.length - b.length)[0] ?? applicationServices(network);
  return candidates.filter((service) => carries(service.labels, labels) && expressions.every((expression) => holds(expression, service.labels)));
}

/** The Services that have all of these labels but one; none where that would be a long search. */
export function nearlyLabelled({ labels }: LabelSelector, network: Network): ServiceNode[] {
  const wanted = Object.entries(labels);
  const lists = wanted.map(([key, value]) => byLabel(network).get(`${key}=${value}`) ?? []).filter((list) => list.length <= TOO_MANY);
  const hits = new Map<ServiceNode, number>();
  for (const service of lists.flat()) hits.set(service, (hits.get(service) ?? 0) + 1);
  if (wanted.length < 2 || lists.length < wanted.length) return [];
  return [...hits].filter(([, count]) => count === wanted.length - 1).map(([service]) => service);
}

/** The Services that select Pods with these labels. */
export function selecting({ labels }: LabelSelector, network: Network): ServiceNode[] {
  const [first] = Object.entries(labels);
  const candidates = first ? bySelector(network).get(`${first[0]}=${first[1]}`) ?? [] : [];
  return candidates.length > TOO_MANY ? [] : candidates.filter(({ selector = {} }) => carries(selector, labels));
}

const TOO_MANY = 1000;

const byLabel = oncePerNetwork((network) => indexed(network, ({ labels }) => labels));
const bySelector = oncePerNetwork((network) => indexed(network, ({ selector = {} }) => selector));

function indexed(network: Network, labelsOf: (service: ServiceNode) => Labels): Map<string, ServiceNode[]> {
  const index = new Map<string, ServiceNode[]>();
  for (const service of applicationServices(network)) {
    for (const [key, value] of Object.entries(labelsOf(service))) {
      const list = index.get(`${key}=${value}`);
      if (list) list.push(service);
      else index.set(`${key}=${value}`, [service]);
    }
  }
  return index;
}

function carries(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

function holds({ key, operator, values }: LabelSelector['expressions'][number], labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  const isListed = value !== undefined && values.includes(value);
  return operator === 'NotIn' ? !isListed : isListed;
}
