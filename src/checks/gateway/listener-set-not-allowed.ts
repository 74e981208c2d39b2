import { fieldAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { GATEWAY_GROUP, listenerSetsOf, withListeners, type GatewayNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** A ListenerSet belongs to a Gateway that takes none. */
export const listenerSetNotAllowed: Check = {
  name: 'listener-set-not-allowed',
  severity: 'error',
  summary: 'A ListenerSet names a Gateway whose allowedListeners exclude it.',
  why: 'a Gateway takes no ListenerSets unless it says so: none of these listeners is opened (NotAllowed)',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#allowedlisteners',
  * run(network) {
    for (const set of listenerSetsOf(network)) {
      const gateway = isHelmHook(set) ? undefined : parentOf(set, network);
      const problem = gateway && problemOf(set, gateway);
      if (problem) yield problem;
    }
  },
};

/** The Gateway that the set names, if it is among the objects once. */
function parentOf({ object, namespace }: GatewayNode, network: Network): GatewayNode | undefined {
  const parent = fieldAt(object, 'spec', 'parentRef');
  const found = withListeners(network, {
    group: textAt(parent, 'group') ?? GATEWAY_GROUP,
    kind: textAt(parent, 'kind') ?? 'Gateway',
    namespace: textAt(parent, 'namespace') ?? namespace,
    name: textAt(parent, 'name') ?? '',
  });
  return found.length === 1 && found[0].kind === 'Gateway' ? found[0] : undefined;
}

function problemOf(set: GatewayNode, gateway: GatewayNode): Problem | undefined {
  const allowed = fieldAt(gateway.object, 'spec', 'allowedListeners', 'namespaces', 'from') ?? 'None';
  const isElsewhere = set.namespace !== gateway.namespace;
  const isRefused = allowed === 'None' || (allowed === 'Same' && isElsewhere);
  if (!isRefused || [set.namespace, gateway.namespace].some(isPlaceholder)) return undefined;
  return {
    object: set,
    path: ['spec', 'parentRef'],
    fact: allowed === 'None'
      ? `adds listeners to ${nodeText(gateway)}, which takes no ListenerSets`
      : `adds listeners to ${nodeText(gateway)}, which takes ListenerSets of its own namespace only`,
    fix: `write allowedListeners: { namespaces: { from: ${isElsewhere ? 'All' : 'Same'} } } in spec of ${nodeText(gateway)}`,
    related: [gateway],
    ...allowed === 'None' || isWritten(set, gateway) ? {} : { severity: 'warning' },
  };
}

/** Objects without a namespace go where kubectl is told. */
function isWritten(...nodes: readonly GatewayNode[]): boolean {
  return nodes.every(({ isNamespaceGiven }) => isNamespaceGiven);
}
