import type { NamedGateway } from './emit-options';
import type { ListenerReference } from './placed-forward';
import { gatewaysOf, listenerSetsUnder, type GatewayNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';

/** What has listeners: the Gateway itself, and its ListenerSets. */
export interface Holder extends Omit<ListenerReference, 'sectionName'> {
  readonly listeners: HeldListener[];
  /** How many listeners it may have. */
  readonly capacity: number;
  /** The node, where it is among the objects. */
  readonly node?: GatewayNode;
}

export interface HeldListener {
  readonly name: string;
  readonly port?: number;
  readonly protocol: string;
  /** Whether it is to be added. */
  readonly isNew?: boolean;
}

/** The API server takes no more of them in one object. */
export const MAX_LISTENERS = 64;

/** The Gateway first, then its ListenerSets: the order of precedence. */
export function holdersOf(gateway: NamedGateway, network: Network): Holder[] {
  const node = gatewaysOf(network).find(({ namespace, name }) => namespace === gateway.namespace && name === gateway.name);
  const { namespace, name, listeners = [] } = gateway;
  const declared: Holder = { kind: 'Gateway', namespace, name, listeners: [...listeners], capacity: 0 };
  const sets = node ? listenerSetsUnder(node, network).filter(({ kind }) => kind === 'ListenerSet') : [];
  return [node ? held(node, 'Gateway') : declared, ...sets.map((set) => held(set, 'ListenerSet'))];
}

function held(node: GatewayNode, kind: Holder['kind']): Holder {
  const { namespace, name } = node;
  const listeners = node.listeners.map((listener) => ({ name: listener.name, port: listener.port, protocol: listener.protocol }));
  return { kind, namespace, name, listeners, capacity: MAX_LISTENERS, node };
}
