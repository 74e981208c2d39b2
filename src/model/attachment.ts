import { hasListeners, withListeners, type GatewayListenerNode, type GatewayNode } from './gateway-node';
import { oncePerNetwork } from './once-per-network';
import { routesOf, type ParentReference, type RouteNode } from './route-node';

/** A route and one Gateway or ListenerSet that it names and that is among the objects, once and readable. */
export interface Attachment {
  readonly route: RouteNode;
  readonly reference: ParentReference;
  readonly parent: GatewayNode;
  /** The listeners that the name or the port chooses; all where neither is given. */
  readonly listeners: readonly GatewayListenerNode[];
}

/** Every attachment of which both sides are known. */
export const attachmentsOf = oncePerNetwork((network): readonly Attachment[] => routesOf(network).flatMap((route) =>
  route.parents.filter((reference) => reference.isKnown && hasListeners(reference)).flatMap((reference) => {
    const [parent, ...variants] = withListeners(network, reference);
    if (!parent?.isReadable || variants.length > 0) return [];
    return [{ route, reference, parent, listeners: parent.listeners.filter((listener) => isChosen(listener, reference)) }];
  })));

function isChosen({ name, port }: GatewayListenerNode, reference: ParentReference): boolean {
  return (reference.sectionName ?? name) === name && (reference.port ?? port) === port;
}
