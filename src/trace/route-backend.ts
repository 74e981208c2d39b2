import { traceProxied } from './proxied-service';
import { failureOf } from './route-failure';
import { ends, type Hop, type Outcome, type Way } from './trace';
import { verdictOnAbsent } from '../checks/ingress/absent-service';
import { isPlaceholder } from '../kube/placeholder';
import { GATEWAY_GROUP } from '../model/gateway-node';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { grantsIn, permits } from '../model/reference-grant-node';
import { isService, type BackendReference, type RouteNode } from '../model/route-node';
import { servicePortText, type ServiceNode } from '../model/service-node';

/** The way from a route to one of its backends. */
export function traceBackend(route: RouteNode, backend: BackendReference, network: Network): Way {
  if (!backend.isKnown || isPlaceholder(backend.port)) return { hops: [], outcomes: ends('cannot tell', 'the backend is filled in later') };
  const permission = permissionOf(route, backend, network);
  if ('outcomes' in permission) return permission;
  if (!isService(backend)) return { hops: permission.hops, outcomes: ends('cannot tell', `what ${nodeText(backend)} leads to is up to the controller`) };
  const service = network.service(backend.namespace, backend.name);
  if (!service) return { hops: permission.hops, outcomes: absent(route, backend, network) };
  const { hops, outcomes } = traceService(route, backend, { service, network });
  return { hops: [...permission.hops, ...hops], outcomes };
}

/** Whether the backend may be referred to from another namespace. */
function permissionOf(route: RouteNode, backend: BackendReference, network: Network): { readonly hops: Hop[] } | Way {
  if (backend.namespace === route.namespace) return { hops: [] };
  const grants = grantsIn(backend.namespace, network);
  const grant = grants.find((candidate) => permits(candidate, { group: GATEWAY_GROUP, kind: route.kind, namespace: route.namespace }, backend));
  if (grant) return { hops: [{ object: grant, path: ['spec', 'from'], text: `lets a ${route.kind} of namespace ${route.namespace} refer to it` }] };
  const isShown = grants.length > 0 || network.find(backend.group, backend.kind, backend.namespace, backend.name) !== undefined;
  const isOpen = network.circumstances.unreadable.length > 0 || grants.some(({ isKnown }) => !isKnown) || isPlaceholder(route.namespace);
  const missing = `no ReferenceGrant of namespace ${backend.namespace} among the objects lets a ${route.kind} of namespace ${route.namespace} refer to ${nodeText(backend)}`;
  return { hops: [], outcomes: isShown && !isOpen ? ends(failureOf(route), `${missing} (RefNotPermitted)`) : ends('cannot tell', missing) };
}

function absent(route: RouteNode, { namespace, name, path }: BackendReference, network: Network): Outcome[] {
  const verdict = verdictOnAbsent({ object: route, path, namespace, name, verb: 'sends to', mayCrossNamespaces: true }, network);
  return verdict && 'fact' in verdict
    ? ends(failureOf(route), `there is no Service ${namespace}/${name} (BackendNotFound)`)
    : ends('cannot tell', `Service ${namespace}/${name} is not among the objects`);
}

interface Found {
  readonly service: ServiceNode;
  readonly network: Network;
}

function traceService(route: RouteNode, { port: servicePort }: BackendReference, { service, network }: Found): Way {
  const protocol = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  if (service.type === 'ExternalName') {
    return { hops: [{ object: service, path: ['spec', 'type'], text: 'is a DNS alias' }], outcomes: ends('cannot tell', `whether the controller sends to the alias ${service.externalName ?? ''}; most take no ExternalName Service`) };
  }
  if (typeof servicePort !== 'number') return { hops: [], outcomes: ends(failureOf(route), `it names no number of a port of ${nodeText(service)}, and the API server refuses the route`) };
  const port = service.ports.find((candidate) => candidate.port === servicePort && candidate.protocol === protocol);
  if (!port) return withoutPort(route, service, servicePort);
  const { hops, outcomes } = traceProxied(service, port, {
    network, client: { from: 'pod' }, proxy: 'the Gateway, like most,', refuser: `${nodeText(service)} port ${servicePortText(port)} has no endpoint, and the Gateway rejects the connection`,
  });
  return { hops, outcomes: outcomes.map((outcome) => (outcome.result === 'refused' ? { ...outcome, result: failureOf(route) } : outcome)) };
}

function withoutPort(route: RouteNode, service: ServiceNode, servicePort: number): Way {
  const protocol = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  const other = service.ports.find(({ port }) => port === servicePort);
  const isUnknown = service.ports.some(({ port, protocol: written }) => port === undefined || isPlaceholder(written));
  const hop: Hop = { object: service, path: ['spec', 'ports'], text: `has no ${protocol} port ${servicePort}; there is ${service.ports.map(servicePortText).join(', ') || 'none'}` };
  if (isUnknown) return { hops: [hop], outcomes: ends('cannot tell', `the ports of ${nodeText(service)} are filled in later, or cannot be read`) };
  return { hops: [hop], outcomes: other ? ends('cannot tell', `${nodeText(service)} has port ${servicePort} for the other protocol only: controllers reject it, or send there`) : ends(failureOf(route), `${nodeText(service)} has no ${protocol} port ${servicePort}, so that the backend is not resolved`) };
}
