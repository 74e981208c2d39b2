import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { backendsOf, isService, routesOf, type BackendReference, type RouteNode } from '../../model/route-node';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import type { Check, Problem } from '../check';

/** A route sends to a port that the Service does not have. */
export const routeBackendPortMissing: Check = {
  name: 'route-backend-port-missing',
  severity: 'error',
  summary: 'A backendRef of a route names no port, or one that its Service does not have.',
  why: 'the backend is not resolved: its share of the connections, or requests, fails',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  * run(network) {
    for (const route of routesOf(network)) {
      for (const backend of backendsOf(route)) {
        const problem = isService(backend) && backend.isKnown ? problemOf(route, backend, network) : undefined;
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(route: RouteNode, backend: BackendReference, network: Network): Problem | undefined {
  const { port } = backend;
  const service = network.service(backend.namespace, backend.name);
  if (isPlaceholder(port)) return undefined;
  if (typeof port !== 'number') return notANumber(route, backend, service);
  return service && hasKnownPorts(service) ? missingFrom(route, backend, service, port) : undefined;
}

function notANumber(route: RouteNode, backend: BackendReference, service?: ServiceNode): Problem {
  const { port, path } = backend;
  const found = { object: route, related: service ? [service] : [] };
  const number = numberOf(port, service) ?? 'the number of the Service\'s port';
  return port === undefined || port === null ? {
    ...found,
    path,
    fact: `sends to ${nodeText(backend)} without a port`,
    fix: `add port: ${number}`,
    why: 'the API server refuses a backendRef to a Service without a port',
  } : {
    ...found,
    path: [...path, 'port'],
    fact: `sends to the port ${shown(port)} of ${nodeText(backend)}, which is no number`,
    fix: `write port: ${number}`,
    why: 'the API server refuses it: the Gateway API takes the numbers of ports, not their names',
  };
}

/** The number of the port that is called so, else of the only one. */
function numberOf(wanted: unknown, service?: ServiceNode): number | string | undefined {
  if (typeof wanted === 'string' && /^[0-9]+$/.test(wanted)) return wanted;
  const named = service?.ports.find(({ name }) => name !== undefined && name === wanted);
  return (named ?? (service?.ports.length === 1 ? service.ports[0] : undefined))?.port;
}

function missingFrom(route: RouteNode, { path }: BackendReference, service: ServiceNode, port: number): Problem | undefined {
  const same = service.ports.filter((candidate) => candidate.port === port);
  const protocol = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  if (same.some((candidate) => candidate.protocol === protocol)) return undefined;
  const meant = meantBy(service, port, protocol);
  return {
    object: route,
    path: [...path, 'port'],
    fact: `sends ${protocol} to port ${port} of ${nodeText(service)}, which has ${portsText(service)}${hint(service, port, same)}`,
    fix: meant === undefined ? `add port: ${port} with protocol: ${protocol} to spec.ports of ${nodeText(service)}${otherRoute(same)}` : `write port: ${meant}`,
    related: [service],
    ...same.length > 0 ? OTHER_PROTOCOL : {},
  };
}

function otherRoute([same]: readonly ServicePortNode[]): string {
  return same?.protocol === 'TCP' || same?.protocol === 'UDP' ? `, or make the route a ${same.protocol}Route` : '';
}

const OTHER_PROTOCOL: Pick<Problem, 'severity' | 'why'> = {
  severity: 'warning',
  why: 'controllers look the port up by number and protocol and reject the connections, or send to a container port that was declared for the other protocol',
};

function hasKnownPorts({ type, ports }: ServiceNode): boolean {
  return type !== 'ExternalName' && ports.length > 0 && ports.every(({ port, protocol }) => port !== undefined && !isPlaceholder(protocol));
}

/** The port that leads to the number given, else the only one of the protocol. */
function meantBy({ ports }: ServiceNode, port: number, protocol: string): number | undefined {
  const fitting = ports.filter((candidate) => candidate.protocol === protocol);
  return (fitting.find(({ targetPort }) => targetPort === port) ?? (fitting.length === 1 ? fitting[0] : undefined))?.port;
}

function hint({ ports }: ServiceNode, port: number, same: readonly ServicePortNode[]): string {
  const target = ports.find(({ targetPort, nodePort }) => targetPort === port || nodePort === port);
  if (!target || same.length > 0) return '';
  return `; ${port} is the ${target.targetPort === port ? 'targetPort' : 'node port'} of its port ${target.port}`;
}

function portsText({ ports }: ServiceNode): string {
  const listed = ports.slice(0, SHOWN).map(servicePortText).join(', ');
  return ports.length > SHOWN ? `${listed} and ${ports.length - SHOWN} more` : listed;
}

const SHOWN = 5;
