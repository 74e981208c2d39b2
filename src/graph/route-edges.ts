import { graphNode, type GraphEdge } from './graph-parts';
import { isPlaceholder } from '../kube/placeholder';
import { GATEWAY_GROUP } from '../model/gateway-node';
import type { Network } from '../model/network';
import { grantsIn, permits } from '../model/reference-grant-node';
import { backendsOf, isService, routesOf, type BackendReference, type RouteNode } from '../model/route-node';
import type { ServiceNode } from '../model/service-node';
import { shown } from '../values/shown';

/**
 * Routes lead to their backends.
 *
 * @param namespaces those whose Services are among the objects, as far as can be told
 */
export function routeEdges(network: Network, namespaces: ReadonlySet<string>): GraphEdge[] {
  return routesOf(network).flatMap((route) => backendsOf(route).filter(({ isKnown }) => isKnown).map((backend): GraphEdge => {
    const isThere = network.find(backend.group, backend.kind, backend.namespace, backend.name) !== undefined;
    return {
      from: graphNode(route, 'route'),
      to: graphNode(backend, isThere ? 'service' : 'missing'),
      label: labelOf(backend),
      ...faultOf(route, backend, { network, isShown: namespaces.has(backend.namespace) }),
    };
  }));
}

function labelOf({ port, weight }: BackendReference): string {
  return [port === undefined || port === null ? [] : shown(port), weight === undefined || weight === null ? [] : `weight ${shown(weight)}`].flat().join(', ');
}

interface Sight {
  readonly network: Network;
  readonly isShown: boolean;
}

function faultOf(route: RouteNode, backend: BackendReference, { network, isShown }: Sight): Pick<GraphEdge, 'broken'> {
  if (!isPermitted(route, backend, network) && isShown) return { broken: `no ReferenceGrant of namespace ${backend.namespace} permits it` };
  if (!isService(backend)) return {};
  const service = network.service(backend.namespace, backend.name);
  return service ? portFault(route, backend, service) : (isShown ? { broken: 'there is no such Service' } : {});
}

function portFault(route: RouteNode, backend: BackendReference, service: ServiceNode): Pick<GraphEdge, 'broken'> {
  const protocol = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  const isUnknown = isPlaceholder(backend.port) || service.ports.some(({ port }) => port === undefined);
  const isThere = isUnknown || service.ports.some((port) => port.port === backend.port && port.protocol === protocol);
  return isThere ? {} : { broken: `the Service has no ${protocol} port ${backend.port === undefined ? 'that is named' : shown(backend.port)}` };
}

function isPermitted(route: RouteNode, backend: BackendReference, network: Network): boolean {
  if (backend.namespace === route.namespace) return true;
  const from = { group: GATEWAY_GROUP, kind: route.kind, namespace: route.namespace };
  return grantsIn(backend.namespace, network).some((grant) => !grant.isKnown || permits(grant, from, backend));
}
