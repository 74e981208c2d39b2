import { backendsOf, noEndpoint } from './backends';
import { isLocal, policyHops, type TrafficPolicyField } from './policy-hops';
import { ends, type Client, type Connection, type Hop, type Locality, type Outcome, type Way } from './trace';
import { listAt } from '../kube/field';
import type { Network } from '../model/network';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../model/service-node';

/** The way of a connection to a Service. */
export function traceService(service: ServiceNode, connection: Connection, network: Network): Way {
  if (service.type === 'ExternalName') return alias(service, connection);
  if (service.isHeadless) return headless(service, connection, network);
  const entry = entryOf(service, connection);
  if (!entry) return notOpen(service, connection);
  if (connection.from === 'external' && entry.kind === 'port' && !isReachable(service)) return outsideOnly(service);
  const { port } = entry;
  const hop: Hop = { object: service, path: ['spec', 'ports', port.index], text: entryText(service, entry) };
  const field = policyFor(entry, connection);
  const isBalanced = comesThroughBalancer(service, entry, connection);
  const isSplit = isLocal(service, field, network) && !isBalanced;
  const policies = policyHops(service, connection, { network, field, isBalanced });
  const { hops, outcomes } = backendsOf(service, port, {
    network, refuser: noEndpoint(service, port), client: clientOf(connection), locality: localityOf(connection, isSplit),
  });
  const isConditional = isSplit && service.selector !== undefined;
  return { hops: [hop, ...policies, ...hops], outcomes: isConditional ? localOnly(outcomes, connection, isOnEveryNode(service, network)) : outcomes };
}

function clientOf({ from, clientNamespace, clientLabels }: Connection): Client {
  return { from, namespace: clientNamespace, labels: clientLabels };
}

/** From outside, the node that the connection comes in through chooses, and nobody knows which that is. */
function localityOf({ from, zone, node }: Connection, isSplit: boolean): Locality {
  return from === 'external' ? { isLocal: isSplit, place: ENTRY_NODE } : { isLocal: isSplit, zone, node, place: CLIENT_NODE };
}

const ENTRY_NODE = 'on the node that the connection comes in through';
const CLIENT_NODE = 'on the node of the client';

/** A load balancer sends to no node whose health check says that it has no Pod. */
function comesThroughBalancer({ type }: ServiceNode, { kind }: Entry, { from }: Connection): boolean {
  return type === 'LoadBalancer' && kind === 'port' && from === 'external';
}

/** A client on a node that uses a node port is free to be sent to any node. */
function policyFor({ kind }: Entry, { from }: Connection): TrafficPolicyField | undefined {
  if (from === 'external') return 'externalTrafficPolicy';
  return kind === 'port' ? 'internalTrafficPolicy' : undefined;
}

interface Entry {
  readonly kind: 'port' | 'nodePort';
  readonly port: ServicePortNode;
}

function entryOf({ ports }: ServiceNode, { listenPort, protocol, from }: Connection): Entry | undefined {
  const candidates = ports.filter((port) => port.protocol === protocol);
  const port = candidates.find((candidate) => candidate.port === listenPort);
  if (port) return { kind: 'port', port };
  const pinned = from === 'pod' ? undefined : candidates.find(({ nodePort }) => nodePort === listenPort);
  return pinned && { kind: 'nodePort', port: pinned };
}

function entryText({ type }: ServiceNode, { kind, port }: Entry): string {
  const target = `targetPort ${port.targetPort}${port.isTargetPortGiven ? '' : ', as none is given'}`;
  if (kind === 'nodePort') return `nodePort ${port.nodePort} on every node leads to ${target}`;
  return `port ${servicePortText(port)}${port.name === undefined ? '' : ` "${port.name}"`} of the ${type} Service leads to ${target}`;
}

function notOpen(service: ServiceNode, { listenPort, protocol }: Connection): Way {
  const ports = service.ports.map(servicePortText).join(', ') || 'none';
  return {
    hops: [{ object: service, path: ['spec', 'ports'], text: `no port is ${listenPort}/${protocol}; there is ${ports}` }],
    outcomes: ends('timed out', 'nothing translates the address for that port; kube-proxy in nftables mode refuses at once'),
  };
}

function alias(service: ServiceNode, { listenPort }: Connection): Way {
  const { externalName = '' } = service;
  return {
    hops: [{ object: service, path: ['spec', 'externalName'], text: `is a DNS alias for ${externalName}: nothing is proxied, no port is mapped` }],
    outcomes: ends('cannot tell', `${externalName}:${listenPort} is outside the manifests`),
  };
}

/** DNS answers with the Pods: any port of theirs can be connected to. */
function headless(service: ServiceNode, connection: Connection, network: Network): Way {
  const { listenPort, protocol, from } = connection;
  if (from === 'external') return outsideOnly(service);
  const index = service.ports.findIndex((port) => port.port === listenPort && port.protocol === protocol);
  const port = { index, port: listenPort, targetPort: listenPort, isTargetPortGiven: false, protocol, name: service.ports[index]?.name };
  const hop: Hop = {
    object: service, path: ['spec', 'clusterIP'], text: `is headless: DNS answers with the addresses of the Pods, and the client connects to ${listenPort}/${protocol} of one of them`,
  };
  const { hops, outcomes } = backendsOf(service, port, { network, refuser: 'the name has no address', client: clientOf(connection) });
  return { hops: [hop, ...hops], outcomes };
}

function isReachable({ type, object }: ServiceNode): boolean {
  return type === 'LoadBalancer' || listAt(object, 'spec', 'externalIPs').length > 0;
}

function outsideOnly(service: ServiceNode): Way {
  const nodePorts = service.type === 'NodePort' ? service.ports.flatMap(({ nodePort }) => nodePort ?? []) : [];
  const text = nodePorts.length > 0 ? `from outside it is reached on the nodes only: nodePort ${nodePorts.join(', ')}` : 'nothing leads to it from outside the cluster';
  return { hops: [{ object: service, path: ['spec', 'type'], text }], outcomes: ends('timed out', 'its addresses mean nothing outside the cluster') };
}

/** A DaemonSet runs a Pod wherever nothing keeps it off. */
function isOnEveryNode(service: ServiceNode, network: Network): boolean {
  return network.workloadsBehind(service).some(({ kind }) => kind === 'DaemonSet');
}

/** With the policy Local, it depends on the node whether there is an endpoint at all. */
function localOnly(outcomes: readonly Outcome[], { from }: Connection, isEverywhere: boolean): Outcome[] {
  const where = from === 'external' ? ENTRY_NODE : CLIENT_NODE;
  const conditional = outcomes.map(({ result, text }) => ({ result, text: `${text}, where one of them runs ${where}` }));
  const lost = `where none of them runs ${where}: kube-proxy drops the packets`;
  return [...conditional, isEverywhere ? { result: 'cannot tell', text: `whether a taint or a selector keeps the Pods of a DaemonSet off nodes; ${lost}` } : { result: 'timed out', text: lost }];
}
