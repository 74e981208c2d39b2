import type { GatewayNode } from './gateway-node';
import { labelSelector, type LabelSelector } from './label-selector';
import { chooses, labelsOfNamespace, type Admission } from './listener-admission';
import type { Network } from './network';
import { fieldAt } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** Whose ListenerSets a Gateway takes: None, Same, All or Selector. */
export function allowedListeners({ object }: GatewayNode): unknown {
  return fieldAt(object, 'spec', 'allowedListeners', 'namespaces', 'from') ?? 'None';
}

/** The selector of the namespaces whose ListenerSets a Gateway takes. */
export function allowedBy({ object }: GatewayNode): LabelSelector {
  return labelSelector(fieldAt(object, 'spec', 'allowedListeners', 'namespaces', 'selector'));
}

/** Whether a Gateway takes a ListenerSet that names it. */
export function admitsSet(gateway: GatewayNode, set: GatewayNode, network: Network): Admission {
  if ([set.namespace, gateway.namespace].some(isPlaceholder)) return 'unclear';
  switch (allowedListeners(gateway)) {
    case 'None': return 'refused';
    case 'All': return 'taken';
    case 'Same': return set.namespace === gateway.namespace ? 'taken' : 'refused';
    case 'Selector': return chooses(allowedBy(gateway), labelsOfNamespace(set.namespace, network));
    default: return 'unclear';
  }
}
