import type { EmitOptions, NamedGateway } from './emit-options';
import type { GatewayTarget } from './gateway-target';
import { grantsFor } from './grants';
import { holdersOf, type Holder } from './holders';
import { listenerSet, withNewListeners } from './listeners';
import { networkOf } from './network-of';
import { numberedBackend } from './numbered-backend';
import { place } from './place';
import type { PlacedForward } from './placed-forward';
import { forwardsOf } from './read';
import { routeOf } from './route';
import type { KubeObject } from '../../kube/kube-object';
import { inListenOrder, listenerOf, referenceText, type Forward } from '../../model/forward';
import { gatewaysOf } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { reject } from '../../problems/rejection';

/** The manifests with listeners, routes, grants and policies for the forwards; all that the forwards do not need stays as it is. */
export function emit(objects: readonly KubeObject[], forwards: readonly Forward[], options: EmitOptions): KubeObject[] {
  if (forwards.length === 0) return [...objects];
  const network = networkOf(objects);
  const gateway = options.gateway ?? onlyGateway(network);
  const target = targetOf(gateway, options);
  const holders = holdersOf(gateway, network);
  const placed = place(unsaid(forwards, holders[0], network), holders, target);
  const { ownsNamespace = ownershipIn(network) } = options;
  const own = placed.map(({ forward }) => forward).filter(({ backend }) => ownsNamespace(backend.namespace));
  const sets = holders.filter(({ kind }) => kind === 'ListenerSet');
  const held = new Map(holders.flatMap((holder) => holder.node ? [[holder.node.object, holder] as const] : []));
  const grown = objects.map((object) => held.has(object) ? withNewListeners(object, held.get(object)!, sets.length > 0) : object);
  return joined(grown, [
    ...sets.filter(({ node }) => !node).map((set) => listenerSet(set, target)),
    ...placed.map((each) => routeOf(each, target)),
    ...grantsFor(own, target, network),
    ...policiesOf(placed, target, objects),
  ]);
}

function ownershipIn({ services }: Network): (namespace: string) => boolean {
  const own = new Set(services.map(({ namespace }) => namespace));
  return (namespace) => own.has(namespace);
}

/** The Gateway as the objects for it need to know it. */
export function targetOf({ namespace, name, routeNamespace = namespace }: NamedGateway, options: EmitOptions): GatewayTarget {
  const { implementation, routeApiVersion } = options;
  return { namespace, name, routeNamespace, implementation, routeApiVersion };
}

function onlyGateway(network: Network): NamedGateway {
  const gateways = gatewaysOf(network);
  return gateways.length === 1 ? { namespace: gateways[0].namespace, name: gateways[0].name } : reject({
    fact: gateways.length === 0 ? 'none of the objects is a Gateway' : `the objects have ${gateways.length} Gateways: ${gateways.map(nodeText).join(', ')}`,
    why: 'the forwards become listeners and routes of one Gateway',
    fix: gateways.length === 0 ? 'add the Gateway to the objects, or name the one that is elsewhere' : `name the one that is meant, for example ${nodeText(gateways[0])}`,
    see: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
  });
}

/** The forwards that the objects do not say yet, in the order in which they are written. */
function unsaid(forwards: readonly Forward[], { node }: Holder, network: Network): Forward[] {
  const said = new Map((node ? forwardsOf(node, network) : []).map((forward) => [listenerOf(forward), forward]));
  return inListenOrder(forwards).map((forward) => numberedBackend(forward, network)).filter((forward) => {
    const present = said.get(listenerOf(forward));
    if (!present) return true;
    const isSame = referenceText(present.backend) === referenceText(forward.backend);
    if (isSame && hasSameHeaders(present, forward)) return false;
    return reject({
      fact: `${listenerOf(forward)} already leads to ${referenceText(present.backend)}${isSame ? ', with other PROXY headers' : ''}`,
      why: 'of two routes on one listener only the oldest gets connections',
      fix: `remove the route that is there, or publish ${referenceText(forward.backend)} on another listenPort`,
      see: 'https://gateway-api.sigs.k8s.io/reference/spec/#tcproute',
    });
  });
}

function hasSameHeaders(a: Forward, b: Forward): boolean {
  return a.acceptProxyProtocol === b.acceptProxyProtocol && a.sendProxyProtocol === b.sendProxyProtocol;
}

function policiesOf(placed: readonly PlacedForward[], target: GatewayTarget, objects: readonly KubeObject[]): KubeObject[] {
  const { acceptProxyProtocol, sendProxyProtocol } = target.implementation;
  const accepting = placed.filter(({ forward }) => forward.acceptProxyProtocol);
  const sending = placed.filter(({ forward }) => forward.sendProxyProtocol);
  return [
    ...accepting.length > 0 && acceptProxyProtocol ? acceptProxyProtocol(accepting, target, objects) : [],
    ...sending.length > 0 && sendProxyProtocol ? sendProxyProtocol(sending, target, objects) : [],
  ];
}

/** The objects, with those in their place that are there under the same name, and the others behind them. */
function joined(objects: readonly KubeObject[], added: readonly KubeObject[]): KubeObject[] {
  const fresh = new Map(added.map((object) => [identityOf(object), object]));
  const kept = objects.map((object) => {
    const replacement = fresh.get(identityOf(object));
    fresh.delete(identityOf(object));
    return replacement ?? object;
  });
  return [...kept, ...fresh.values()];
}

/** What tells objects apart. */
export function identityOf({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}
