import { ends, type BackendQuestion, type Hop, type Locality, type Outcome } from './trace';
import { isSlice } from '../model/endpoints-node';
import type { ServiceNode } from '../model/service-node';
import type { WrittenEndpoint } from '../model/written-endpoints';
import { isUsable } from '../values/capabilities';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** The endpoints that a client in a place is sent to. */
export interface NearEndpoints {
  readonly used: readonly WrittenEndpoint[];
  /** Why not all of them. */
  readonly reason?: Hop;
  /** How connections end where none is used, or where that depends on the place. */
  readonly lost?: Outcome[];
}

/**
 * What kube-proxy makes of the nodes and the hints of endpoints.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/topology.go
 */
export function nearEndpoints(all: readonly WrittenEndpoint[], service: ServiceNode, { network, locality }: BackendQuestion): NearEndpoints {
  if (!locality) return { used: all };
  if (locality.isLocal) return onNode(all, locality);
  return byHints(all, service, { locality, version: network.circumstances.version });
}

function onNode(all: readonly WrittenEndpoint[], { node, place }: Locality): NearEndpoints {
  const placed = all.filter(({ nodeName }) => nodeName !== undefined);
  if (placed.length === 0) {
    return { used: [], reason: fieldReason(all[0], 'none of the endpoints has a nodeName, so none is on any node'), lost: ends('timed out', `no endpoint is ${place}, and kube-proxy drops the packets`) };
  }
  const nodes = [...new Set(placed.map(({ nodeName }) => nodeName))].join(', ');
  if (node === undefined) return { used: placed, reason: fieldReason(placed[0], `the endpoints are on ${nodes}`), lost: dependent(nodes, place) };
  const used = placed.filter(({ nodeName }) => nodeName === node);
  if (used.length > 0) return { used, reason: fieldReason(used[0], `${used.length} of ${all.length} endpoints ${used.length === 1 ? 'is' : 'are'} on node ${node}`) };
  return { used, reason: fieldReason(placed[0], `the endpoints are on ${nodes}, none is on ${node}`), lost: ends('timed out', `no endpoint is on node ${node}, and kube-proxy drops the packets`) };
}

function dependent(nodes: string, place: string): Outcome[] {
  return [
    { result: 'cannot tell', text: `whether the servers listen, outside the manifests, where one of them is ${place} (${nodes})` },
    { result: 'timed out', text: `where none of them is ${place}: kube-proxy drops the packets` },
  ];
}

/** The place that an endpoint stands at, to show what decides. */
function fieldReason({ object, path }: WrittenEndpoint, text: string): Hop {
  return { object, path: path.slice(0, isSlice(object) ? 2 : 4), text };
}

interface HintQuestion {
  readonly locality: Locality;
  readonly version: KubernetesVersion;
}

type HintList = 'nodeHints' | 'zoneHints';

function byHints(all: readonly WrittenEndpoint[], service: ServiceNode, { locality, version }: HintQuestion): NearEndpoints {
  const hinted = all.filter(({ nodeHints, zoneHints }) => nodeHints.length > 0 || zoneHints.length > 0);
  if (hinted.length === 0) return { used: all };
  if (!areHintsRead(service, version)) return { used: all, reason: fieldReason(hinted[0], `hints are not looked at: Kubernetes ${version} does so only where the Service has the annotation ${annotationFor(version)}: Auto`) };
  const lists: HintList[] = isUsable('endpoint hints.forNodes', version) ? ['nodeHints', 'zoneHints'] : ['zoneHints'];
  const complete = lists.filter((list) => all.every((endpoint) => endpoint[list].length > 0));
  if (complete.length === 0) return { used: all, reason: fieldReason(all.find(({ zoneHints }) => zoneHints.length === 0)!, 'hints are ignored, because this endpoint has none') };
  const wanted = { nodeHints: locality.node, zoneHints: locality.zone };
  const chosen = complete.find((list) => wanted[list] !== undefined && all.some((endpoint) => endpoint[list].includes(wanted[list]!)));
  if (chosen !== undefined) return chosenBy(all, chosen, wanted[chosen]!);
  return { used: all, reason: fieldReason(hinted[0], unmatched(complete, wanted)) };
}

function chosenBy(all: readonly WrittenEndpoint[], list: HintList, name: string): NearEndpoints {
  const used = all.filter((endpoint) => endpoint[list].includes(name));
  return { used, reason: fieldReason(used[0], `${used.length} of ${all.length} endpoints ${used.length === 1 ? 'is' : 'are'} for clients ${list === 'nodeHints' ? 'on node' : 'in zone'} ${name}`) };
}

function unmatched(complete: readonly HintList[], wanted: Readonly<Record<HintList, string | undefined>>): string {
  const told = complete.flatMap((list) => wanted[list] ?? []);
  const places = complete.map((list) => (list === 'nodeHints' ? 'the node' : 'the zone')).join(' and ');
  return told.length > 0 ? `no endpoint is for clients in ${told.join(', ')}: all of them are used` : `hints choose by ${places} of the client, which is not told`;
}

function areHintsRead({ annotations }: ServiceNode, version: KubernetesVersion): boolean {
  if (!isUsable('endpoint hints.forZones', version)) return false;
  return isUsable('endpoint hints without annotation', version) || /^auto$/i.test(annotations[OLDER_ANNOTATION] ?? annotations[annotationFor(version)] ?? '');
}

function annotationFor(version: KubernetesVersion): string {
  return isUsable('annotation topology-mode', version) ? 'service.kubernetes.io/topology-mode' : OLDER_ANNOTATION;
}

const OLDER_ANNOTATION = 'service.kubernetes.io/topology-aware-hints';
