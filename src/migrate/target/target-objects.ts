import { addressField, withAddress } from './load-balancer-address';
import type { Target } from './target';
import { emit } from '../../data-planes/gateway-api/emit';
import { gatewayObjects } from '../../data-planes/gateway-api/gateway-objects';
import type { GatewaySettings } from '../../data-planes/gateway-api/gateway-settings';
import type { KubeObject } from '../../kube/kube-object';
import type { Forward } from '../../model/forward';

/** The Gateway that is asked for what the Service of the controller was asked for. */
export function gatewayOf({ hasNewAddress: _, ...target }: Target, settings: Partial<GatewaySettings>): GatewaySettings {
  return { addresses: [], labels: {}, annotations: {}, sourceRanges: [], ...target, ...settings };
}

/** Everything that is to be applied; nothing where nothing is published. */
export function targetObjects(gateway: GatewaySettings, forwards: readonly Forward[], input: readonly KubeObject[]): KubeObject[] {
  if (forwards.length === 0) return [];
  const { namespace, name, routeNamespace, implementation, routeApiVersion } = gateway;
  // The routes of all backends get their grants: the output is applied by whoever may write to all of these namespaces.
  const named = { namespace, name, routeNamespace };
  const objects = emit(emptyGateway(gateway), forwards, { implementation, routeApiVersion, gateway: named, ownsNamespace: () => true });
  return [...hasNamespace(namespace, input) ? [] : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }], ...objects];
}

function emptyGateway(gateway: GatewaySettings): KubeObject[] {
  const field = addressField(gateway);
  return field === undefined ? gatewayObjects(gateway) : withAddress(gatewayObjects({ ...gateway, addresses: [] }), field);
}

/** Whether a namespace is there already, as far as the input tells. */
function hasNamespace(namespace: string, input: readonly KubeObject[]): boolean {
  return namespace === 'default' || input.some(({ kind, metadata }) => kind === 'Namespace' ? metadata.name === namespace : metadata.namespace === namespace);
}
