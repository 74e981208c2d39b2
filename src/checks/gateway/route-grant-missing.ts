import { isPlaceholder } from '../../kube/placeholder';
import { GATEWAY_GROUP } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { grantsIn, isMeantFor, permits, type ReferenceGrantNode } from '../../model/reference-grant-node';
import { backendsOf, routesOf, type BackendReference, type RouteNode } from '../../model/route-node';
import type { Check, Problem, Verdict } from '../check';

/** A route sends to a Service of another namespace, which does not permit it. */
export const routeGrantMissing: Check = {
  name: 'route-grant-missing',
  severity: 'error',
  summary: 'A route sends to a backend of another namespace, and no ReferenceGrant there permits it.',
  why: 'the backend is not resolved (RefNotPermitted): its share of the connections, or requests, fails',
  see: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  * run(network) {
    for (const route of routesOf(network)) {
      const told = new Set<string>();
      for (const backend of backendsOf(route)) {
        if (!backend.isKnown || backend.namespace === route.namespace || told.has(nodeText(backend))) continue;
        told.add(nodeText(backend));
        const verdict = verdictOn(route, backend, network);
        if (verdict) yield verdict;
      }
    }
  },
};

function verdictOn(route: RouteNode, backend: BackendReference, network: Network): Verdict | undefined {
  const grants = grantsIn(backend.namespace, network);
  const from = { group: GATEWAY_GROUP, kind: route.kind, namespace: route.namespace };
  if (grants.some((grant) => permits(grant, from, backend))) return undefined;
  const isOpen = network.circumstances.unreadable.length > 0 || grants.some(({ isKnown }) => !isKnown) || isPlaceholder(route.namespace);
  const meant = grants.find((grant) => isMeantFor(grant, route, backend));
  if (isOpen || !route.isNamespaceGiven) return { object: route, cannotTell: `whether a ReferenceGrant of namespace ${backend.namespace} permits it is not known` };
  if (meant) return almost(route, backend, meant);
  const service = network.find(backend.group, backend.kind, backend.namespace, backend.name);
  if (!service) return { object: route, cannotTell: `no ReferenceGrant of namespace ${backend.namespace} for it is among the objects` };
  return {
    object: route,
    path: backend.path,
    fact: `sends to ${nodeText(backend)}, and none of the objects is a ReferenceGrant of namespace ${backend.namespace} that permits it`,
    fix: `add a ReferenceGrant to namespace ${backend.namespace} ${wordsFor(route, backend)}`,
    severity: 'warning',
    related: [service],
  };
}

function almost(route: RouteNode, backend: BackendReference, grant: ReferenceGrantNode): Problem {
  return {
    object: route,
    path: backend.path,
    fact: `sends to ${nodeText(backend)}, but ${nodeText(grant)} permits ${textOf(grant)}`,
    fix: `let ${nodeText(grant)}, or another ReferenceGrant of namespace ${backend.namespace}, have ${wordsFor(route, backend)}`,
    related: [grant],
  };
}

function textOf({ from, to }: ReferenceGrantNode): string {
  const sources = from.map(({ group, kind, namespace }) => `${kindText(group, kind, GATEWAY_GROUP)} of namespace ${namespace}`);
  const targets = to.map(({ group, kind, name }) => `${kindText(group, kind, '')}${name === undefined ? '' : ` ${name}`}`);
  return `${sources.join(', ')} to refer to ${targets.join(', ')}`;
}

function kindText(group: string, kind: string, usual: string): string {
  return group === usual ? kind : `${kind} of ${group === '' ? 'the core group' : `group ${group}`}`;
}

function wordsFor({ kind, namespace }: RouteNode, backend: BackendReference): string {
  return `from: [{ group: ${GATEWAY_GROUP}, kind: ${kind}, namespace: ${namespace} }] and to: [{ group: ${JSON.stringify(backend.group)}, kind: ${backend.kind}, name: ${backend.name} }]`;
}
