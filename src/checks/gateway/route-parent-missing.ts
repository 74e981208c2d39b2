import { mistyped } from './mistyped';
import { gatewaysOf, hasListeners, withListeners, type GatewayNode } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import { routesOf, type ParentReference, type RouteNode } from '../../model/route-node';
import type { Check, Problem, Verdict } from '../check';

/** A route attaches to a Gateway that is not there. */
export const routeParentMissing: Check = {
  name: 'route-parent-missing',
  severity: 'error',
  summary: 'A route attaches to a Gateway that is not there.',
  why: 'no controller takes the route: it gets no status, and nothing listens for it',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#parentreference',
  * run(network) {
    for (const route of routesOf(network)) {
      const told = new Set<string>();
      for (const reference of route.parents) {
        const key = nodeText(reference);
        if (told.has(key) || !reference.isKnown || !hasListeners(reference) || withListeners(network, reference).length > 0) continue;
        told.add(key);
        yield verdictOn(route, reference, network);
      }
    }
  },
};

function verdictOn(route: RouteNode, reference: ParentReference, network: Network): Verdict {
  const hidden = whyHidden(reference, network);
  const clue = hidden === undefined && reference.kind === 'Gateway' ? misspelt(route, reference, network) ?? elsewhere(route, reference, network) : undefined;
  return clue ?? { object: route, cannotTell: `${nodeText(reference)} is not among the objects${hidden ?? ''}` };
}

function whyHidden({ namespace }: ParentReference, network: Network): string | undefined {
  if (network.circumstances.unreadable.length > 0) return ', and some of the input could not be read';
  const operated = operatedIn(network, namespace);
  return operated && `, and the operator of ${nodeText(operated)} may make it`;
}

function misspelt(route: RouteNode, reference: ParentReference, network: Network): Problem | undefined {
  const gateway = mistyped(reference.name, byNamespace(network).get(reference.namespace) ?? []);
  return gateway && {
    object: route,
    path: [...reference.path, 'name'],
    fact: `attaches to ${nodeText(reference)}, which is not among the objects; there is ${nodeText(gateway)}`,
    fix: `write name: ${gateway.name}`,
    related: [gateway],
  };
}

function elsewhere(route: RouteNode, reference: ParentReference, network: Network): Problem | undefined {
  const [gateway, ...others] = byName(network).get(reference.name) ?? [];
  const isOwnNamespaceShown = byNamespace(network).has(reference.namespace);
  // Objects without a namespace go where kubectl is told.
  if (!gateway?.isNamespaceGiven || others.length > 0 || (reference.isNamespaceGiven && !isOwnNamespaceShown)) return undefined;
  return {
    object: route,
    fact: `attaches to ${nodeText(reference)}, which is not among the objects; one of that name is in namespace ${gateway.namespace}`,
    related: [gateway],
    ...namespaceFix(route, reference, gateway),
    ...isOwnNamespaceShown && route.isNamespaceGiven ? {} : { severity: 'warning' },
  };
}

function namespaceFix(route: RouteNode, { isNamespaceGiven, path }: ParentReference, { namespace }: GatewayNode): Pick<Problem, 'path' | 'fix' | 'why'> {
  const fix = `namespace: ${namespace}, and let its listeners take routes of namespace ${route.namespace}`;
  if (isNamespaceGiven) return { path: [...path, 'namespace'], fix: `write ${fix}` };
  return {
    path,
    fix: `add ${fix}`,
    why: 'without a namespace the Gateway is looked for in the namespace of the route: no controller takes the route, and nothing listens for it',
  };
}

const byNamespace = oncePerNetwork((network): Map<string, GatewayNode[]> => groupedBy(gatewaysOf(network), ({ namespace }) => namespace));
const byName = oncePerNetwork((network): Map<string, GatewayNode[]> => groupedBy(gatewaysOf(network), ({ name }) => name));
