import { backendsOf } from './backends';
import { ends, type Connection, type Hop, type Way } from './trace';
import { textAt } from '../kube/field';
import { attachmentsOf } from '../model/attachment';
import { listenerOf, referenceText } from '../model/forward';
import type { Listener } from '../model/listener';
import type { Network } from '../model/network';
import { backendsOf as backendsOfRoute } from '../model/route-node';
import { servicePortText } from '../model/service-node';

export function listenersAt({ listenPort, protocol }: Connection, dataPlane: string, listeners: readonly Listener[]): Listener[] {
  return listeners.filter((listener) => listener.dataPlane === dataPlane && listener.listenPort === listenPort && `${listener.protocol}` === protocol);
}

/** `5432/TCP, 9000/TCP` */
export function publishedPorts(dataPlane: string, listeners: readonly Listener[]): string {
  return listeners.filter((listener) => listener.dataPlane === dataPlane).map(listenerOf).join(', ');
}

/** The way from a listening port of a data plane: it connects to the Pods itself, past the address of the Service. */
export function traceListener(listener: Listener, network: Network): Way {
  const { dataPlane, backend, protocol } = listener;
  const entrance = entranceHop(listener, network);
  const refuser = `${dataPlane} finds no endpoints and closes the connection`;
  const service = network.service(backend.namespace, backend.name);
  if (!service) return { hops: [entrance], outcomes: ends('cannot tell', `Service ${backend.namespace}/${backend.name} is not among the objects`) };
  const port = service.ports.find((candidate) => candidate.protocol === protocol && [candidate.port, candidate.name].includes(backend.servicePort));
  if (!port) {
    const missing: Hop = { object: service, path: ['spec', 'ports'], text: `it has no ${protocol} port ${backend.servicePort}` };
    return { hops: [entrance, missing], outcomes: ends('refused', refuser) };
  }
  const hop: Hop = {
    object: service,
    path: ['spec', 'ports', port.index],
    text: `port ${servicePortText(port)} leads to targetPort ${port.targetPort}; ${dataPlane} connects to the Pods itself, `
      + 'so that traffic policies and session affinity of the Service do not apply',
  };
  const { hops, outcomes } = backendsOf(service, port, { network, refuser });
  return { hops: [entrance, hop, ...hops], outcomes };
}

function entranceHop(listener: Listener, network: Network): Hop {
  const { dataPlane, backend, acceptProxyProtocol, sendProxyProtocol } = listener;
  const headers = [acceptProxyProtocol && 'expects a PROXY header from the client', sendProxyProtocol && 'sends a PROXY header to the backend'].filter(Boolean);
  const text = `${dataPlane} listens on ${listenerOf(listener)} and forwards to ${referenceText(backend)}${headers.length > 0 ? `; it ${headers.join(' and ')}` : ''}`;
  return { ...placeOf(listener, network), text };
}

/** Where the forward is written, if that is found among the objects. */
function placeOf({ listenPort, protocol, backend }: Listener, network: Network): Pick<Hop, 'object' | 'path'> {
  const key = `${listenPort}`;
  const value = `${backend.namespace}/${backend.name}:`;
  const configMap = network.ofKind('', 'ConfigMap').find(({ object }) => textAt(object, 'data', key)?.startsWith(value));
  if (configMap) return { object: configMap, path: ['data', key] };
  const attachments = attachmentsOf(network).filter(({ route, listeners }) => route.kind === `${protocol}Route` && listeners.some(({ port }) => port === listenPort));
  for (const { route } of attachments) {
    const reference = backendsOfRoute(route).find(({ namespace, name, port }) => `${namespace}/${name}:${String(port)}` === referenceText(backend));
    if (reference) return { object: route, path: reference.path };
  }
  return {};
}
