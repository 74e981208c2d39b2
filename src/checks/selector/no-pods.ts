import { whyInputIsPartial, whyLabelledAtRunTime, whyPodsMayBeHidden } from './hidden-pods';
import { nearMiss, type NearMiss } from './meant-workload';
import { inNetwork, namesakes } from './orphans';
import { workloadElsewhere, type Elsewhere } from './other-namespace';
import { podRequests } from './pod-requests';
import { isRunTimeLabel } from './run-time-labels';
import { missOfServed } from './served-workload';
import { groupedBy } from '../../model/grouped-by';
import { isSelectorKnown, labelsText } from '../../model/known-labels';
import type { Network } from '../../model/network';
import { isHelmHook } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { SelectorIndex } from '../../model/selector-index';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { similarName } from '../../values/similar-name';
import { oddlyLabelled } from '../odd-labels';

/** Why a Service selects no Pods. */
export type Diagnosis =
  /** The labels are those of the workload itself, not of its Pods. */
  | { readonly reason: 'own labels'; readonly service: ServiceNode; readonly workload: WorkloadNode }
  | { readonly reason: 'near miss'; readonly service: ServiceNode; readonly miss: NearMiss }
  | { readonly reason: 'other namespace'; readonly service: ServiceNode } & Elsewhere
  /** One workload of the namespace is the nearest, but several labels differ. */
  | { readonly reason: 'no match'; readonly service: ServiceNode; readonly workload: WorkloadNode; readonly isNamesake: boolean }
  | { readonly reason: 'unknown'; readonly service: ServiceNode };

/** The Services that select no Pods of the network, each with the likeliest reason. */
export const servicesWithoutPods: (network: Network) => readonly Diagnosis[] = oncePerNetwork((network) => selectingServices(network)
  .filter((service) => network.workloadsBehind(service).length === 0 && !podRequests(network).has(service))
  .flatMap((service) => diagnose(service, network)));

/** The Services that have a selector which can be read. */
export const selectingServices = oncePerNetwork((network: Network): readonly ServiceNode[] => {
  const odd = oddlyLabelled(network);
  return network.services.filter((service) => service.type !== 'ExternalName' && service.selector !== undefined && !isHelmHook(service)
    && (!odd.has(service) || isSelectorKnown(service)));
});

/** The diagnoses of one kind. */
export function diagnosed<R extends Diagnosis['reason']>(reason: R, network: Network): Array<Extract<Diagnosis, { reason: R }>> {
  return (byReason(network).get(reason) ?? []) as Array<Extract<Diagnosis, { reason: R }>>;
}

const byReason = oncePerNetwork((network) => groupedBy(servicesWithoutPods(network), ({ reason }) => reason));

function diagnose(service: ServiceNode, network: Network): Diagnosis {
  if (network.workloads.length === 0) return unknown(service);
  if (whyInputIsPartial(service, network)) return unknown(service);
  const elsewhere = workloadElsewhere(service, network);
  if (!elsewhere && network.workloadsIn(service.namespace).length === 0) return unknown(service);
  return ownLabelsMeant(service, network) ?? namespaceForgotten(service, elsewhere) ?? slipped(service, network)
    ?? slippedBesideOthers(service, network) ?? hidden(service, network) ?? likeliest(service, elsewhere, network);
}

function ownLabelsMeant(service: ServiceNode, network: Network): Diagnosis | undefined {
  const [owner] = ownLabels(network).caughtBy(service.selector!, service.namespace, LOOKED_AT);
  return owner && { reason: 'own labels', service, workload: inNetwork(owner, network) };
}

/** One of the two leaves its namespace to whoever applies it. */
function namespaceForgotten(service: ServiceNode, elsewhere: Elsewhere | undefined): Diagnosis | undefined {
  const isForgotten = elsewhere && !(service.isNamespaceGiven && elsewhere.workload.isNamespaceGiven);
  return isForgotten ? { reason: 'other namespace', service, ...elsewhere } : undefined;
}

function slipped(service: ServiceNode, network: Network): Diagnosis | undefined {
  const miss = nearMiss(service, network);
  if (!miss?.isSlip) return undefined;
  if (!whyPodsMayBeHidden(service, network) || isMisspelt(miss)) return { reason: 'near miss', service, miss };
  return whyLabelledAtRunTime(service, network) ? undefined : { reason: 'near miss', service, miss: { ...miss, isSlip: false } };
}

function slippedBesideOthers(service: ServiceNode, network: Network): Diagnosis | undefined {
  const miss = missOfServed(service, network);
  return miss && isMisspelt(miss) && !whyLabelledAtRunTime(service, network) ? { reason: 'near miss', service, miss } : undefined;
}

function hidden(service: ServiceNode, network: Network): Diagnosis | undefined {
  return whyPodsMayBeHidden(service, network) === undefined ? undefined : unknown(service);
}

function likeliest(service: ServiceNode, elsewhere: Elsewhere | undefined, network: Network): Diagnosis {
  if (elsewhere) return { reason: 'other namespace', service, ...elsewhere };
  const miss = nearMiss(service, network);
  return miss ? { reason: 'near miss', service, miss } : nearest(service, network);
}

/** A typing mistake in a value: whatever an operator makes, this workload stays without its Service. */
function isMisspelt({ key, wanted, found }: NearMiss): boolean {
  return found?.key === key && !isRunTimeLabel(key) && similarName(wanted, [found.value]) !== undefined;
}

const ownLabels = oncePerNetwork((network) => new SelectorIndex(
  network.workloads.filter(({ isShortLived, kind }) => !isShortLived && kind !== 'Pod').map((workload) => ({ ...workload, podLabels: { ...workload.podLabels, ...workload.labels } })),
));

function nearest(service: ServiceNode, network: Network): Diagnosis {
  const { namespace, selector = {} } = service;
  const inReach = network.workloadsIn(namespace).slice(0, LOOKED_AT).filter(({ isShortLived }) => !isShortLived);
  const [namesake] = namesakes(service, network);
  const alike = inReach.filter(({ podLabels }) => Object.entries(selector).some(([key, value]) => podLabels[key] === value));
  const workload = namesake ?? firstByName(alike);
  return workload ? { reason: 'no match', service, workload, isNamesake: namesake !== undefined } : unknown(service);
}

function firstByName(workloads: readonly WorkloadNode[]): WorkloadNode | undefined {
  const earlier = (a: WorkloadNode, b: WorkloadNode) => b.name < a.name ? b : a;
  return workloads.length > 0 ? workloads.reduce(earlier) : undefined;
}

/** How many workloads are looked at for one Service. */
const LOOKED_AT = 500;

function unknown(service: ServiceNode): Diagnosis {
  return { reason: 'unknown', service };
}

/** Why nothing can be said of a Service. */
export function doubtAbout(service: ServiceNode, network: Network): string {
  const why = whyPodsMayBeHidden(service, network);
  return `no Pods with ${labelsText(service.selector ?? {})} are among the objects of namespace ${service.namespace}${why ? `, and ${why}` : ''}`;
}
