import { labelled, nearlyLabelled, selecting, servicesSelected } from './labelled-services';
import { monitorsOf, namespacesText, type MonitorNode } from './monitors';
import { selectorText } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { operatedIn } from '../../model/operators';
import type { ServiceNode } from '../../model/service-node';
import { isTypingMistake } from '../../values/similar-name';
import type { Check, Problem, Verdict } from '../check';

/** A ServiceMonitor selects no Service. */
export const servicemonitorDangling: Check = {
  name: 'servicemonitor-dangling',
  severity: 'warning',
  summary: 'A ServiceMonitor selects no Service, while one of the objects seems to be meant.',
  why: 'Prometheus finds no targets, and alerts that need the metrics never fire',
  see: 'https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors',
  * run(network) {
    for (const monitor of monitorsOf('ServiceMonitor', network)) {
      if (servicesSelected(monitor, network).length === 0) yield verdictOn(monitor, network);
    }
  },
};

function verdictOn(monitor: MonitorNode, network: Network): Verdict {
  const clue = network.circumstances.unreadable.length > 0 ? undefined : clueFor(monitor, network);
  const wanted = selectorText(monitor.selector);
  if (!clue) return { object: monitor.node, cannotTell: `no Service with the labels ${wanted} in ${namespacesText(monitor)} is among the objects` };
  return {
    object: monitor.node,
    path: clue.path,
    fact: `selects Services with ${wanted} in ${namespacesText(monitor)}, and there is none; ${clue.fact}`,
    fix: clue.fix,
    related: clue.related,
  };
}

type Clue = Required<Pick<Problem, 'path' | 'fact' | 'fix' | 'related'>>;

function clueFor(monitor: MonitorNode, network: Network): Clue | undefined {
  const { selector, namespaces, node } = monitor;
  const isInReach = ({ namespace }: ServiceNode) => !namespaces || namespaces.includes(namespace);
  const isLookedAt = (service: ServiceNode) => isInReach(service) && !operatedIn(network, service.namespace);
  const misspelt = [...nearlyLabelled(selector, network), ...namesakes(monitor, network)]
    .find((service) => isInReach(service) && isMisspelt(monitor, service));
  if (misspelt) return differentLabel(monitor, misspelt);
  const [byPods] = selecting(selector, network).filter(isLookedAt);
  if (byPods) return labelOfPods(monitor, byPods);
  const [near] = nearlyLabelled(selector, network).filter(isLookedAt);
  if (near) return differentLabel(monitor, near);
  const [elsewhere, ...others] = labelled(selector, network);
  return elsewhere && others.length === 0 ? {
    path: ['spec', 'namespaceSelector'],
    fact: `${nodeText(elsewhere)} has them`,
    fix: `add namespaceSelector with matchNames: [${elsewhere.namespace}] to spec, or move the monitor from ${node.namespace} to ${elsewhere.namespace}`,
    related: [elsewhere],
  } : undefined;
}

/** The Services of the monitor's name, in its own namespace. */
function namesakes({ node }: MonitorNode, network: Network): ServiceNode[] {
  const service = network.service(node.namespace, node.name);
  return service ? [service] : [];
}

/** Whether a typing mistake in one label is all that keeps a monitor from a Service. */
function isMisspelt({ selector }: MonitorNode, { labels }: ServiceNode): boolean {
  const [difference, ...others] = Object.entries(selector.labels).filter(([key, value]) => labels[key] !== value);
  return selector.expressions.length === 0 && difference !== undefined && others.length === 0
    && isTypingMistake(difference[1], labels[difference[0]] ?? '');
}

function labelOfPods({ selector }: MonitorNode, service: ServiceNode): Clue {
  const missing = Object.entries(selector.labels).filter(([key, value]) => service.labels[key] !== value).map(([key, value]) => `${key}: ${value}`);
  return {
    path: ['spec', 'selector', 'matchLabels'],
    fact: `${nodeText(service)} selects Pods with them, but lacks ${missing.join(', ')} itself`,
    fix: `add ${missing.join(', ')} to metadata.labels of ${nodeText(service)}`,
    related: [service],
  };
}

function differentLabel({ selector }: MonitorNode, service: ServiceNode): Clue {
  const [key, value] = Object.entries(selector.labels).find(([label, wanted]) => service.labels[label] !== wanted)!;
  const own = Object.hasOwn(service.labels, key) ? service.labels[key] : undefined;
  return {
    path: ['spec', 'selector', 'matchLabels', key],
    fact: `${nodeText(service)} has all of them but ${key}: ${value}${own === undefined ? '' : `; it has ${key}: ${own}`}`,
    fix: own === undefined ? `remove ${key}: ${value} here, or add it to metadata.labels of ${nodeText(service)}` : `write ${key}: ${own}`,
    related: [service],
  };
}
