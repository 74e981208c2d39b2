import { fieldAt, textAt } from '../../kube/field';
import { GATEWAY_GROUP, listenerSetsOf, withListeners, type GatewayNode } from '../../model/gateway-node';
import { labelsText } from '../../model/known-labels';
import { admitsSet, allowedBy, allowedListeners } from '../../model/listener-set-admission';
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
      if (gateway && admitsSet(gateway, set, network) === 'refused') yield problemOf(set, gateway);
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

function problemOf(set: GatewayNode, gateway: GatewayNode): Problem {
  const allowed = allowedListeners(gateway);
  const isElsewhere = set.namespace !== gateway.namespace;
  const labels = allowed === 'Selector' ? labelsText(allowedBy(gateway).labels) : '';
  const labelled = labels === '' ? undefined : `set ${labels} in metadata.labels of Namespace ${set.namespace}`;
  return {
    object: set,
    path: ['spec', 'parentRef'],
    fact: `adds listeners to ${nodeText(gateway)}, which takes ${TAKEN.get(allowed)}`,
    fix: labelled ?? `write allowedListeners: { namespaces: { from: ${isElsewhere ? 'All' : 'Same'} } } in spec of ${nodeText(gateway)}`,
    related: [gateway],
    ...allowed === 'None' || isWritten(set, gateway) ? {} : { severity: 'warning' },
  };
}

const TAKEN: ReadonlyMap<unknown, string> = new Map([
  ['None', 'no ListenerSets'],
  ['Same', 'ListenerSets of its own namespace only'],
  ['Selector', 'ListenerSets of the namespaces that its selector chooses only'],
]);

/** Objects without a namespace go where kubectl is told. */
function isWritten(...nodes: readonly GatewayNode[]): boolean {
  return nodes.every(({ isNamespaceGiven }) => isNamespaceGiven);
}
