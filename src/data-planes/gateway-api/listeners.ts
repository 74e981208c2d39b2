import type { GatewayTarget } from './gateway-target';
import type { HeldListener, Holder } from './holders';
import { recordAt, listAt } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import { GATEWAY_GROUP } from '../../model/gateway-node';

export const LISTENER_SET_VERSION = `${GATEWAY_GROUP}/v1`;

/** A Gateway or ListenerSet with the listeners that were added to it. */
export function withNewListeners(object: KubeObject, { listeners, kind }: Holder, hasListenerSets: boolean): KubeObject {
  const added = listeners.filter(({ isNew }) => isNew).map(listenerObject);
  const isClosed = kind === 'Gateway' && hasListenerSets && !('allowedListeners' in recordAt(object, 'spec'));
  if (added.length === 0 && !isClosed) return object;
  return {
    ...object,
    spec: {
      ...recordAt(object, 'spec'),
      ...isClosed ? { allowedListeners: { namespaces: { from: 'Same' } } } : {},
      listeners: [...listAt(object, 'spec', 'listeners'), ...added],
    },
  };
}

/** A ListenerSet that was added. */
export function listenerSet({ namespace, name, listeners }: Holder, target: GatewayTarget): KubeObject {
  const isElsewhere = namespace !== target.namespace;
  return {
    apiVersion: LISTENER_SET_VERSION,
    kind: 'ListenerSet',
    metadata: { name, namespace },
    spec: {
      parentRef: { group: GATEWAY_GROUP, kind: 'Gateway', ...isElsewhere ? { namespace: target.namespace } : {}, name: target.name },
      listeners: listeners.map(listenerObject),
    },
  };
}

function listenerObject({ name, port, protocol }: HeldListener) {
  return { name, port, protocol, allowedRoutes: { namespaces: { from: 'Same' }, kinds: [{ group: GATEWAY_GROUP, kind: `${protocol}Route` }] } };
}
