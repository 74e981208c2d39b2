import { clashing, listenersAtPort, publishedListeners, refusedHop, takenHop, type OwnedListener } from './gateway-listeners';
import { oldestOf } from './oldest-route';
import { applicantsFor, type Applicant } from './route-applicants';
import { traceRoute } from './route-way';
import { ends, type Connection, type Hop, type Way } from './trace';
import { isUnsupported, limitedServiceOf } from '../checks/gateway/implementations';
import { listenerText, type GatewayNode } from '../model/gateway-node';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';

/** The way of a connection to a port of a Gateway: its listener, the route of that, and the backends. */
export function traceGateway(gateway: GatewayNode, connection: Connection, network: Network): Way {
  if (!gateway.isReadable) return { hops: [], outcomes: ends('cannot tell', `the listeners of ${nodeText(gateway)} are filled in later, or cannot be read`) };
  const { open, unclear, refused } = listenersAtPort(gateway, connection, network);
  const hops = refused.map((found) => refusedHop(gateway, found));
  if (open.length > 0) return traceOpen({ gateway, open }, connection, network);
  return unclear.length > 0
    ? { hops, outcomes: ends('cannot tell', `whether ${nodeText(gateway)} takes ${nodeText(unclear[0].owner)}, which has the listener ${listenerText(unclear[0].listener)}: the labels of its namespace are not known`) }
    : { hops, outcomes: ends('timed out', `${nodeText(gateway)} does not listen on ${connection.listenPort}/${connection.protocol}; it listens as ${publishedListeners(gateway, network)}`) };
}

interface Opening {
  readonly gateway: GatewayNode;
  readonly open: readonly OwnedListener[];
}

function traceOpen({ gateway, open }: Opening, connection: Connection, network: Network): Way {
  const [first, ...others] = open;
  const consent = first.owner === gateway ? [] : [takenHop(gateway, first)];
  const way = undecided({ gateway, open }, network) ?? traceListener(first, connection, network);
  return { hops: [...consent, entranceHop(first), ...others.map((other) => losingHop(other, first)), ...way.hops], outcomes: way.outcomes };
}

/** What keeps the listener from being followed. */
function undecided({ gateway, open }: Opening, network: Network): Way | undefined {
  const [{ owner, listener: { protocol } }, ...others] = open;
  if (clashing(open)) return { hops: [], outcomes: ends('timed out', 'these listeners are Conflicted (ProtocolConflict), and controllers open the port for none of them') };
  if (protocol !== 'TCP' && protocol !== 'UDP' && protocol !== 'TLS') return { hops: [], outcomes: ends('cannot tell', `what is asked for in the connection decides: ${protocol} is not followed here`) };
  if (protocol === 'TLS' && others.length > 0) return { hops: [], outcomes: ends('cannot tell', 'the host name in the TLS handshake chooses the listener') };
  if (others.length > 0 && owner !== gateway) {
    return { hops: [], outcomes: ends('cannot tell', `the oldest of ${open.map((one) => nodeText(one.owner)).join(' and ')} gets the port, the others are Conflicted`) };
  }
  return unserved({ gateway, open }, network);
}

function unserved({ gateway, open: [{ listener }] }: Opening, network: Network): Way | undefined {
  const service = limitedServiceOf(gateway, network);
  if (!service || !isUnsupported(listener, service)) return undefined;
  const hop: Hop = { object: gateway, path: ['spec', 'gatewayClassName'], text: `is served by ${service.name}` };
  return { hops: [hop], outcomes: ends('cannot tell', `${service.name} is known to forward no ${listener.protocol}`) };
}

function entranceHop({ owner, listener }: OwnedListener): Hop {
  return { object: owner, path: listener.path, text: `listens as ${listenerText(listener)}` };
}

function losingHop({ owner, listener }: OwnedListener, first: OwnedListener): Hop {
  const isLost = owner !== first.owner && first.owner.kind === 'Gateway';
  const text = isLost ? `the listener ${listenerText(listener)} is Conflicted: ${nodeText(first.owner)} has the port first` : `listens there too, as ${listenerText(listener)}`;
  return { object: owner, path: listener.path, text };
}

function traceListener(listener: OwnedListener, connection: Connection, network: Network): Way {
  const applicants = applicantsFor(listener, network);
  const attached = applicants.filter(({ answer }) => answer === 'taken');
  const others = applicants.filter(({ answer }) => answer !== 'taken').map(({ hop }) => hop);
  const unclear = applicants.find(({ answer }) => answer === 'unclear');
  if (unclear) return { hops: applicants.map(({ hop }) => hop), outcomes: ends('cannot tell', `whether ${nodeText(unclear.attachment.route)} is attached`) };
  if (attached.length === 0) return { hops: others, outcomes: unattended(listener, others, connection) };
  if (attached.length > 1 && listener.listener.protocol === 'TLS') {
    return { hops: applicants.map(({ hop }) => hop), outcomes: ends('cannot tell', 'the host name in the TLS handshake chooses the route') };
  }
  return contested(attached, others, network);
}

function unattended({ owner, listener }: OwnedListener, refused: readonly Hop[], { protocol }: Connection) {
  const where = `the listener ${listenerText(listener)} of ${nodeText(owner)}`;
  if (refused.length === 0) return ends('cannot tell', `no ${listener.protocol}Route for ${where} is among the objects`);
  return ends(protocol === 'UDP' ? 'timed out' : 'refused', `no route is attached to ${where}, so nothing is forwarded; some controllers do not even open the port`);
}

/** One listener without host names can lead to one route only. */
function contested(attached: readonly Applicant[], refused: readonly Hop[], network: Network): Way {
  const winner = oldestOf(attached);
  if (winner === undefined) {
    const names = attached.map(({ attachment: { route } }) => nodeText(route));
    return {
      hops: [...refused, ...attached.map(({ hop }) => hop)],
      outcomes: ends('cannot tell', `only the oldest of ${names.join(' and ')} gets connections, and nothing says which that is; of those made in the same second it is ${[...names].sort()[0]}`),
    };
  }
  const losers = attached.filter((applicant) => applicant !== winner).map(({ attachment: { route } }): Hop => ({
    object: route, path: ['metadata', 'creationTimestamp'], text: `is accepted, and gets no connection: ${nodeText(winner.attachment.route)} is older, or as old and before it in the alphabet`,
  }));
  const { hops, outcomes } = traceRoute(winner.attachment.route, network);
  return { hops: [...refused, winner.hop, ...losers, ...hops], outcomes };
}
