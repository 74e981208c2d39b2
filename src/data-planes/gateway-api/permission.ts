import { GATEWAY_GROUP } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import { grantsIn, permits } from '../../model/reference-grant-node';

/** Who sends, and to which Service. */
export interface Crossing {
  readonly kind: string;
  readonly namespace: string;
}

/** Whether a ReferenceGrant lets routes of a kind and namespace send to a Service; none is needed in one namespace. */
export function isGranted({ kind, namespace }: Crossing, backend: Pick<ObjectNode, 'namespace' | 'name'>, network: Network): boolean {
  const from = { group: GATEWAY_GROUP, kind, namespace };
  const to = { group: '', kind: 'Service', name: backend.name };
  return backend.namespace === namespace || grantsIn(backend.namespace, network).some((grant) => permits(grant, from, to));
}

/** As `isGranted`; a Service that is not among the objects may have its grant elsewhere too. */
export function isPermitted(route: Crossing, backend: Pick<ObjectNode, 'namespace' | 'name'>, network: Network): boolean {
  return isGranted(route, backend, network) || network.service(backend.namespace, backend.name) === undefined;
}
