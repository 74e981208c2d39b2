import { nodeText, type ObjectNode } from '../../model/object-node';
import { backendsOf, isService, routesOf, type BackendReference } from '../../model/route-node';
import type { Check, Verdict } from '../check';
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
        if (verdict) yield 'cannotTell' in verdict ? verdict : { ...verdict, ...acrossNamespaces(route, backend, verdict.related?.[0]) };
      }
    }
  },
};

/** Where the Service of that name is in another namespace, both sides must say so. */
function acrossNamespaces(route: ObjectNode, { namespace, isNamespaceGiven, name, path }: BackendReference, found?: ObjectNode): Partial<Verdict> {
  if (found?.kind !== 'Service' || found.name !== name || found.namespace === namespace) return {};
  const grant = found.namespace === route.namespace ? '' : `, and a ReferenceGrant to namespace ${found.namespace} for ${route.kind} from namespace ${route.namespace}`;
  return {
    path: isNamespaceGiven ? [...path, 'namespace'] : path,
    fix: `${isNamespaceGiven ? 'write' : 'add'} namespace: ${found.namespace} in the backendRef${grant}`,
  };
}
