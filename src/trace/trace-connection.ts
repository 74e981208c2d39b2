import { listenersAt, publishedPorts, traceListener } from './data-plane-way';
import { dataPlaneNamed, servicesNamed } from './find-target';
import { traceService } from './service-way';
import { ends, type Connection, type Trace } from './trace';
import type { Listener } from '../model/listener';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { reject } from '../problems/rejection';

/**
 * The way of a connection through a network.
 *
 * @throws Rejection if nothing is called like the target, or several things are
 */
export function traceConnection(connection: Connection, network: Network, listeners: readonly Listener[]): Trace {
  const dataPlane = dataPlaneNamed(connection.target, network, listeners);
  if (dataPlane !== undefined) {
    const [listener] = listenersAt(connection, dataPlane, listeners);
    if (listener) return { connection, ...traceListener(listener, network) };
    return { connection, hops: [], outcomes: ends('timed out', `${dataPlane} does not listen on ${connection.listenPort}/${connection.protocol}; it listens on ${publishedPorts(dataPlane, listeners)}`) };
  }
  const services = servicesNamed(connection.target, network);
  if (services.length === 1) return { connection, ...traceService(services[0], connection, network) };
  return reject(services.length === 0 ? unknown(connection.target, network) : ambiguous(connection.target, services.map(nodeText)));
}

function unknown(target: string, { services }: Network) {
  const names = services.slice(0, 5).map(({ namespace, name }) => `${namespace}/${name}`);
  return {
    fact: `nothing among the objects is called "${target}"`,
    why: 'a connection begins at a Service, at an address of one, or at a data plane',
    fix: names.length > 0 ? `name a Service that is there: ${names.join(', ')}` : 'add the manifests that the Service is in',
    see: SEE,
  };
}

function ambiguous(target: string, names: readonly string[]) {
  return {
    fact: `"${target}" is the name of ${names.join(' and ')}`,
    why: 'which of them is meant would be a guess',
    fix: `write ${names[0].split(' ')[1]}`,
    see: SEE,
  };
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
