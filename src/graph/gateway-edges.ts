import { graphNode, type GraphEdge, type GraphNode } from './graph-parts';
import { attachmentsOf, type Attachment } from '../model/attachment';
import { gatewaysOf, hasListeners, listenerSetsOf, listenerSetsUnder, withListeners, type GatewayListenerNode, type GatewayNode } from '../model/gateway-node';
import { admitsKind, admitsNamespace, kindsTaken, namespacesTaken } from '../model/listener-admission';
import { admitsSet } from '../model/listener-set-admission';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import { routesOf } from '../model/route-node';
import { clashing } from '../trace/gateway-listeners';

/** Gateways lead to their listeners, those of their ListenerSets included, and listeners to routes. */
export function gatewayEdges(network: Network): GraphEdge[] {
  return [
    ...gatewaysOf(network).flatMap((gateway) => [...listenerEdges(gateway), ...setEdges(gateway, network)]),
    ...listenerSetsOf(network).flatMap(listenerEdges),
    ...attachmentsOf(network).flatMap((attachment) => attachmentEdges(attachment, network)),
    ...absentParents(network),
  ];
}

function listenerNode(owner: GatewayNode, { name, port, protocol }: GatewayListenerNode): GraphNode {
  return { id: `listener "${name}" of ${nodeText(owner)}`, role: 'listener', text: `"${name}" ${port ?? '?'}/${protocol}` };
}

function listenerEdges(owner: GatewayNode): GraphEdge[] {
  return owner.listeners.map((listener) => {
    const beside = owner.listeners.filter(({ port, protocol }) => port === listener.port && protocol !== 'UDP');
    const clash = listener.protocol === 'UDP' ? undefined : clashing([listener, ...beside].map((one) => ({ owner, listener: one })));
    return {
      from: graphNode(owner, 'entrance'),
      to: listenerNode(owner, listener),
      label: '',
      ...clash ? { broken: `it cannot share the port with "${clash.listener.name}"` } : {},
    };
  });
}

function setEdges(gateway: GatewayNode, network: Network): GraphEdge[] {
  return listenerSetsUnder(gateway, network).map((set) => ({
    from: graphNode(gateway, 'entrance'),
    to: graphNode(set, 'entrance'),
    label: 'listeners',
    ...admitsSet(gateway, set, network) === 'refused' ? { broken: 'the Gateway does not take it' } : {},
  }));
}

function attachmentEdges({ route, reference, parent, listeners }: Attachment, network: Network): GraphEdge[] {
  const to = graphNode(route, 'route');
  if (listeners.length === 0) {
    const wanted = [reference.sectionName, reference.port].filter((part) => part !== undefined).join(', ');
    return [{ from: graphNode(parent, 'entrance'), to, label: wanted, broken: 'there is no such listener' }];
  }
  const isForAll = reference.sectionName === undefined && reference.port === undefined;
  const fitting = listeners.filter((listener) => !isForAll || admitsKind(listener, route) !== 'refused');
  return (fitting.length > 0 ? fitting : listeners).map((listener) => ({ from: listenerNode(parent, listener), to, label: '', ...refusal(listener, { route, parent }, network) }));
}

function refusal(listener: GatewayListenerNode, { route, parent }: Pick<Attachment, 'route' | 'parent'>, network: Network): Pick<GraphEdge, 'broken'> {
  if (admitsKind(listener, route) === 'refused') return { broken: `the listener takes ${kindsTaken(listener)}` };
  if (admitsNamespace(listener, { route, parent, network }) !== 'refused') return {};
  return { broken: `the listener takes ${namespacesTaken(listener, parent.namespace)}` };
}

/** Parents that are not among the objects: whether they are in the cluster is not known. */
function absentParents(network: Network): GraphEdge[] {
  return routesOf(network).flatMap((route) => route.parents
    .filter((parent) => parent.isKnown && hasListeners(parent) && withListeners(network, parent).length === 0)
    .map((parent): GraphEdge => ({ from: graphNode(parent, 'missing'), to: graphNode(route, 'route'), label: parent.sectionName ?? (parent.port === undefined ? '' : `${parent.port}`) })));
}
