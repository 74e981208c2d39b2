import { nodeText, type ObjectNode } from '../../model/object-node';
import { backendsOf, isService, routesOf, type BackendReference } from '../../model/route-node';
import type { Check, Doubt, Problem, Verdict } from '../check';
import { verdictOnAbsent } from '../ingress/absent-service';

/** A route sends to a Service that is not there. */
export const routeBackendMissing: Check = {
  name: 'route-backend-missing',
  severity: 'error',
  summary: 'A backendRef of a route names a Service that is not there.',
  why: 'the backend is not resolved (BackendNotFound): its share of the connections, or requests, fails',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendref',
  * run(network) {
    for (const route of routesOf(network)) {
      const told = new Set<string>();
      for (const backend of backendsOf(route)) {
        if (!isService(backend) || !backend.isKnown || backend.name === '' || told.has(nodeText(backend))) continue;
        told.add(nodeText(backend));
        const verdict = verdictOnAbsent({
          object: route, path: [...backend.path, 'name'], namespace: backend.namespace, name: backend.name, verb: 'sends to', mayCrossNamespaces: true,
        }, network);
        if (verdict) yield settled(verdict, route, backend);
      }
    }
  },
};

function settled(verdict: Problem | Doubt, route: ObjectNode, backend: BackendReference): Verdict {
  if ('cannotTell' in verdict) return verdict;
  const found = verdict.related?.[0];
  const isElsewhere = found?.kind === 'Service' && found.namespace !== backend.namespace;
  // Who writes a namespace means it; nothing of it may be among the objects.
  if (isElsewhere && backend.isNamespaceGiven && verdict.severity === 'warning') return { object: route, cannotTell: `${nodeText(backend)} is not among the objects` };
  return isElsewhere ? { ...verdict, ...acrossNamespaces(route, backend, found) } : verdict;
}

/** Where the Service of that name is in another namespace, both sides must say so. */
function acrossNamespaces(route: ObjectNode, { isNamespaceGiven, path }: BackendReference, { namespace }: ObjectNode): Pick<Problem, 'path' | 'fix'> {
  const grant = namespace === route.namespace ? '' : `, and a ReferenceGrant to namespace ${namespace} for ${route.kind} from namespace ${route.namespace}`;
  return {
    path: isNamespaceGiven ? [...path, 'namespace'] : path,
    fix: `${isNamespaceGiven ? 'write' : 'add'} namespace: ${namespace} in the backendRef${grant}`,
  };
}
