import { listenersAt, traceListener, withoutListener } from './data-plane-way';
import { dataPlaneNamed, gatewaysNamed, servicesNamed } from './find-target';
import { listenersAtPort } from './gateway-listeners';
import { traceGateway } from './gateway-way';
import { traceService } from './service-way';
import type { Connection, Trace, Way } from './trace';
import type { DataPlaneForward } from '../model/data-plane-forward';
import { gatewaysOf } from '../model/gateway-node';
import type { Network } from '../model/network';
import { nodeText, type ObjectNode } from '../model/object-node';
import { reject } from '../problems/rejection';

/**
 * The way of a connection through a network.
 *
 * @throws Rejection if nothing is called like the target, or several things are
 */
export function traceConnection(connection: Connection, network: Network, listeners: readonly DataPlaneForward[]): Trace {
  const dataPlane = dataPlaneNamed(connection.target, network, listeners);
  if (dataPlane !== undefined) {
    const [listener] = listenersAt(connection, dataPlane, listeners);
    if (listener) return { connection, ...traceListener(listener, network) };
    return { connection, hops: [], outcomes: withoutListener(connection, dataPlane, { network, listeners }) };
  }
  return { connection, ...traceNamed(connection, network) };
}

/** Several Gateways and the Service before one of them may have one address: the Gateway that listens on the port is meant. */
function traceNamed(connection: Connection, network: Network): Way {
  const { target } = connection;
  const gateways = gatewaysNamed(target, network);
  const listening = gateways.filter((gateway) => listenersAtPort(gateway, connection, network).open.length > 0);
  if (listening.length > 1) return reject(ambiguous(target, listening, (gateway) => `gateway/${gateway.namespace}/${gateway.name}`));
  if (listening.length === 1) return traceGateway(listening[0], connection, network);
  const services = servicesNamed(target, network);
  if (services.length > 1) return reject(ambiguous(target, services, ({ namespace, name }) => `${namespace}/${name}`));
  if (services.length === 1) return traceService(services[0], connection, network);
  return gateways.length > 0 ? traceGateway(gateways[0], connection, network) : reject(unknown(target, network));
}

function unknown(target: string, network: Network) {
  const names = [
    ...network.services.map(({ namespace, name }) => `${namespace}/${name}`),
    ...gatewaysOf(network).map(({ namespace, name }) => `gateway/${namespace}/${name}`),
  ].slice(0, 5);
  return {
    fact: `nothing among the objects is called "${target}"`,
    why: 'a connection begins at a Service, at a Gateway, at an address of one, or at a data plane',
    fix: names.length > 0 ? `name one that is there: ${names.join(', ')}` : 'add the manifests that it is in',
    see: SEE,
  };
}

function ambiguous(target: string, found: readonly ObjectNode[], targetOf: (node: ObjectNode) => string) {
  const names = [...new Set(found.map(nodeText))];
  const isOneName = names.length === 1;
  return {
    fact: isOneName ? `${names[0]} is ${found.length} times among the objects` : `"${target}" is the name of ${names.join(' and ')}`,
    why: 'which of them is meant would be a guess',
    fix: isOneName ? 'give the manifests of one environment only' : `write ${targetOf(found[0])}`,
    see: SEE,
  };
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
