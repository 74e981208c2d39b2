import { listenersAt, publishedPorts, traceListener } from './data-plane-way';
import { dataPlaneNamed, gatewaysNamed, servicesNamed } from './find-target';
import { listenersAtPort } from './gateway-listeners';
import { traceGateway } from './gateway-way';
import { traceService } from './service-way';
import { ends, type Connection, type Trace, type Way } from './trace';
import { gatewaysOf, type GatewayNode } from '../model/gateway-node';
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
  const gateways = gatewaysNamed(connection.target, network);
  if (gateways.length > 0) return { connection, ...traceGateways(gateways, connection, network) };
  const services = servicesNamed(connection.target, network);
  if (services.length === 1) return { connection, ...traceService(services[0], connection, network) };
  return reject(services.length === 0 ? unknown(connection.target, network) : ambiguous(connection.target, services.map(nodeText), `${services[0].namespace}/${services[0].name}`));
}

/** Several Gateways may have one address: the one that listens on the port is meant. */
function traceGateways(gateways: readonly GatewayNode[], connection: Connection, network: Network): Way {
  const listening = gateways.filter((gateway) => listenersAtPort(gateway, connection, network).open.length > 0);
  const [gateway, ...others] = listening.length > 0 ? listening : gateways;
  return others.length > 0 && listening.length > 0
    ? reject(ambiguous(connection.target, listening.map(nodeText), `gateway/${gateway.namespace}/${gateway.name}`))
    : traceGateway(gateway, connection, network);
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

function ambiguous(target: string, names: readonly string[], meant: string) {
  return {
    fact: `"${target}" is the name of ${names.join(' and ')}`,
    why: 'which of them is meant would be a guess',
    fix: `write ${meant}`,
    see: SEE,
  };
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
