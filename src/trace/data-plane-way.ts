import { traceProxied } from './proxied-service';
import { ends, type Client, type Connection, type Hop, type Outcome, type Way } from './trace';
import { controllerText, streamControllersOf } from '../checks/ingress/stream-controllers';
import { wayTo } from '../checks/ingress/stream-entrance';
import { findControllers } from '../data-planes/controller/find-controller';
import { reservedPorts } from '../data-planes/controller/ports-in-use';
import { CONTROLLER_TYPES } from '../data-planes/controller-types';
import { textAt } from '../kube/field';
import type { DataPlaneForward } from '../model/data-plane-forward';
import { listenerOf, referenceText } from '../model/forward';
import type { Network } from '../model/network';
import { servicePortText } from '../model/service-node';

export function listenersAt({ listenPort, protocol }: Connection, dataPlane: string, listeners: readonly DataPlaneForward[]): DataPlaneForward[] {
  return listeners.filter((listener) => listener.dataPlane === dataPlane && listener.listenPort === listenPort && `${listener.protocol}` === protocol);
}

interface Surroundings {
  readonly network: Network;
  readonly listeners: readonly DataPlaneForward[];
}

/** How a connection ends to which no entry answers: the data plane may have the port for something else. */
export function withoutListener({ listenPort, protocol }: Connection, dataPlane: string, { network, listeners }: Surroundings): Outcome[] {
  const own = streamControllersOf(network).filter(({ controller }) => controller.type.name === dataPlane);
  const flag = own.map(({ controller }) => reservedPorts(controller).get(listenPort)).find((found) => found !== undefined);
  if (flag !== undefined && protocol === 'TCP') return ends('cannot tell', `${dataPlane} keeps port ${listenPort} for itself (--${flag}), and what it answers there is not followed here`);
  const published = listeners.filter((listener) => listener.dataPlane === dataPlane).map(listenerOf).join(', ');
  return ends('timed out', `${dataPlane} does not listen on ${listenPort}/${protocol}; it listens on ${published}`);
}

/** The way from a listening port of a data plane: it connects to the Pods itself, past the address of the Service. */
export function traceListener(listener: DataPlaneForward, network: Network): Way {
  const { dataPlane, backend, protocol } = listener;
  const lead = leadTo(listener, network);
  if (lead?.outcomes) return { hops: lead.hops, outcomes: lead.outcomes };
  const before = [...lead?.hops ?? [], listenerHop(listener, network)];
  const refuser = `${dataPlane} finds no endpoints and closes the connection`;
  const service = network.service(backend.namespace, backend.name);
  if (!service) return { hops: before, outcomes: ends('cannot tell', `Service ${backend.namespace}/${backend.name} is not among the objects`) };
  const port = service.ports.find((candidate) => candidate.protocol === protocol && [candidate.port, candidate.name].includes(backend.servicePort));
  if (!port) {
    const missing: Hop = { object: service, path: ['spec', 'ports'], text: `it has no ${protocol} port ${backend.servicePort}` };
    return { hops: [...before, missing], outcomes: ends('refused', refuser) };
  }
  const { hops, outcomes } = traceProxied(service, port, { network, refuser, client: proxyClient(listener, network), proxy: dataPlane });
  return { hops: [...before, ...hops], outcomes };
}

/** How clients get to the controller, as far as its Services are among the objects; with an end where they do not. */
function leadTo(listener: DataPlaneForward, network: Network): { readonly hops: Hop[]; readonly outcomes?: Outcome[] } | undefined {
  const way = wayTo(listener, network);
  if (!way) return undefined;
  const { stream, entrance } = way;
  if (entrance) {
    const text = `port ${servicePortText(entrance.port)} of the ${entrance.service.type} Service leads to port ${listener.listenPort} of ${controllerText(stream)}`;
    return { hops: [{ object: entrance.service, path: ['spec', 'ports', entrance.port.index], text }] };
  }
  const [service] = stream.services;
  const text = `no port leads to port ${listenerOf(listener)} of ${controllerText(stream)}; there is ${service.ports.map(servicePortText).join(', ') || 'none'}`;
  return {
    hops: [listenerHop(listener, network), { object: service, path: ['spec', 'ports'], text }],
    outcomes: ends('timed out', `${listener.dataPlane} listens, but its Service does not open the port`),
  };
}

/** Who connects to the Pods: the controller's own Pods, where they are known. */
function proxyClient({ dataPlane }: DataPlaneForward, network: Network): Client {
  const types = CONTROLLER_TYPES.filter(({ name }) => name === dataPlane);
  const controllers = types.flatMap((type) => findControllers(type, network.objects.map(({ object }) => object)));
  const objects = new Set<unknown>(controllers.flatMap(({ workloads }) => workloads));
  const [workload, ...others] = objects.size > 0 ? network.workloads.filter(({ object }) => objects.has(object)) : [];
  if (!workload || others.length > 0) return { from: 'pod' };
  if (workload.podSpec.hostNetwork === true) return { from: 'node' };
  return { from: 'pod', namespace: workload.namespace, labels: workload.podLabels };
}

function listenerHop(listener: DataPlaneForward, network: Network): Hop {
  const { dataPlane, backend, acceptProxyProtocol, sendProxyProtocol } = listener;
  const key = `${listener.listenPort}`;
  const value = `${backend.namespace}/${backend.name}:`;
  const configMap = network.ofKind('', 'ConfigMap').find(({ object }) => textAt(object, 'data', key)?.startsWith(value));
  const headers = [acceptProxyProtocol && 'expects a PROXY header from the client', sendProxyProtocol && 'sends a PROXY header to the backend'].filter(Boolean);
  const text = `${dataPlane} listens on ${listenerOf(listener)} and forwards to ${referenceText(backend)}${headers.length > 0 ? `; it ${headers.join(' and ')}` : ''}`;
  return configMap ? { object: configMap, path: ['data', key], text } : { text };
}
