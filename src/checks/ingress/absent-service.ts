import type { FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import { distance, isTypingMistake, isVariant, similarName } from '../../values/similar-name';
import type { Doubt, Problem } from '../check';

/** A place that names a Service. */
export interface ServiceMention {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  /** The namespace in which the Service must be. */
  readonly namespace: string;
  readonly name: string;
  /** What the object does with it: `sends /orders to`. */
  readonly verb: string;
  /** Whether another namespace can be written there. */
  readonly mayCrossNamespaces: boolean;
}

/**
 * What to say of a Service that is not among the objects: an error where they show what was meant, a warning where they make
 * up a namespace without it, else a doubt.
 */
export function verdictOnAbsent(mention: ServiceMention, network: Network): Problem | Doubt | undefined {
  const { object, path, namespace, name, verb } = mention;
  if (isPlaceholder(name) || isPlaceholder(namespace) || network.service(namespace, name)) return undefined;
  const wanted = `Service ${namespace}/${name}`;
  const hidden = whyHidden(namespace, network);
  const slip = hidden ? misspeltBesideOperator(mention, network) : undefined;
  if (hidden && !slip) return { object, cannotTell: `${wanted} is not among the objects, ${hidden}` };
  const { severity, clue, fix, related } = slip ?? clueTo(mention, network) ?? suspicion(mention, network);
  if (severity === undefined) return { object, cannotTell: `${wanted} is not among the objects` };
  return { object, path, fact: `${verb} ${wanted}, which is not among the objects; ${clue}`, fix, severity, related };
}

function whyHidden(namespace: string, network: Network): string | undefined {
  if (network.circumstances.unreadable.length > 0) return 'and some of the input could not be read';
  const operated = operatedIn(network, namespace);
  return operated && `and the operator of ${nodeText(operated)} may make it`;
}

/** Above so many Services a name is not compared with each. */
const COMPARED = 200;

interface Clue {
  readonly severity?: 'error' | 'warning';
  readonly clue: string;
  readonly fix: string;
  readonly related: readonly ObjectNode[];
}

function clueTo(mention: ServiceMention, network: Network): Clue | undefined {
  return misspelt(mention, network) ?? inAnotherNamespace(mention, network) ?? withoutService(mention, network);
}

function misspelt({ namespace, name }: ServiceMention, network: Network): Clue | undefined {
  const neighbours = servicesByNamespace(network).get(namespace) ?? [];
  if (neighbours.length > COMPARED || network.workloadsIn(namespace).length === 0) return undefined;
  const meant = similarName(name, neighbours.map((service) => service.name).filter((candidate) => isSlip(name, candidate)));
  const service = meant === undefined ? undefined : network.service(namespace, meant);
  return service && { severity: 'error', clue: `there is ${namespace}/${meant}`, fix: `write ${meant}`, related: [service] };
}

/** An operator may make Services of any name, but hardly one that is a typing mistake away. */
function misspeltBesideOperator(mention: ServiceMention, network: Network): Clue | undefined {
  const clue = network.circumstances.unreadable.length > 0 ? undefined : misspelt(mention, network);
  const isMistyped = clue?.related.some(({ name }) => isTypingMistake(mention.name, name));
  return clue && isMistyped ? { ...clue, severity: 'warning' } : undefined;
}

/** Names that two letters or a number tell apart may both be meant: orders-internal and orders-external, orders and orders2. */
function isSlip(name: string, candidate: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  return !isVariant(name, candidate) && distance(name, candidate) !== 2 && digits(name) === digits(candidate);
}

function inAnotherNamespace({ object, namespace, name, mayCrossNamespaces }: ServiceMention, network: Network): Clue | undefined {
  const [elsewhere, ...others] = servicesByName(network).get(name) ?? [];
  if (!elsewhere || others.length > 0) return undefined;
  const isForgotten = !object.isNamespaceGiven && !mayCrossNamespaces;
  const isCertain = network.workloadsIn(namespace).length > 0 || isForgotten;
  // What else is in a namespace of which nothing is here is not known.
  if (!isCertain && !servicesByNamespace(network).has(namespace)) return undefined;
  return {
    severity: isCertain ? 'error' : 'warning',
    clue: `one of that name is in namespace ${elsewhere.namespace}`,
    fix: mayCrossNamespaces
      ? `write ${elsewhere.namespace}/${name}`
      : `set metadata.namespace: ${elsewhere.namespace}: it reaches Services of its own namespace only`,
    related: [elsewhere],
  };
}

function withoutService({ namespace, name }: ServiceMention, network: Network): Clue | undefined {
  const workload = workloadsByName(network).get(`${namespace}/${name}`);
  const [label] = Object.entries(workload?.podLabels ?? {});
  return workload && label && {
    severity: 'error',
    clue: `${nodeText(workload)} has that name, and no Service`,
    fix: `add a Service ${name} with the selector ${label[0]}: ${label[1]}`,
    related: [workload],
  };
}

function suspicion({ namespace, name }: ServiceMention, network: Network): Clue {
  const services = servicesByNamespace(network).get(namespace) ?? [];
  const isWhole = services.length > 0 && network.workloadsIn(namespace).length > 0;
  const names = services.slice(0, 5).map((service) => service.name).join(', ');
  const shown = `${names}${services.length > 5 ? ` and ${services.length - 5} more` : ''}`;
  return { severity: isWhole ? 'warning' : undefined, clue: `namespace ${namespace} has ${services.length === 1 ? 'Service' : 'the Services'} ${shown}`, fix: `add Service ${namespace}/${name}, or write ${services.length === 1 ? '' : 'one of '}${shown}`, related: [] };
}

const servicesByNamespace = oncePerNetwork((network) => groupedBy(network.services, ({ namespace }) => namespace));
const servicesByName = oncePerNetwork((network) => groupedBy(network.services, ({ name }) => name));
const workloadsByName = oncePerNetwork(({ workloads }) =>
  new Map(workloads.filter(({ isShortLived }) => !isShortLived).map((workload) => [`${workload.namespace}/${workload.name}`, workload])));
