import type { GatewayTarget } from './gateway-target';
import { grantName } from './object-names';
import { isGranted } from './permission';
import { routeKind } from './route-kind';
import type { KubeObject } from '../../kube/kube-object';
import type { Forward } from '../../model/forward';
import { GATEWAY_GROUP } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { grantsIn, type ReferenceGrantNode } from '../../model/reference-grant-node';

/** The version that every release of the Gateway API serves: https://gateway-api.sigs.k8s.io/api-types/referencegrant/ */
export const GRANT_VERSION = `${GATEWAY_GROUP}/v1beta1`;

/** The API server takes no more entries in one list of a ReferenceGrant. */
export const MAX_GRANT_ENTRIES = 16;

/**
 * The ReferenceGrants that the routes of some forwards lack, merged by namespace; those that are there under their names keep
 * what they say.
 */
export function grantsFor(forwards: readonly Forward[], target: GatewayTarget, network: Network): KubeObject[] {
  const lacking = forwards.filter((forward) => !isGranted({ kind: routeKind(forward), namespace: target.routeNamespace }, forward.backend, network));
  return [...groupedBy(lacking, ({ backend }) => backend.namespace)].sort(([a], [b]) => a < b ? -1 : 1)
    .flatMap(([namespace, list]) => grantsOf(namespace, list, target, network));
}

function grantsOf(namespace: string, forwards: readonly Forward[], target: GatewayTarget, network: Network): KubeObject[] {
  const present = new Map(grantsIn(namespace, network).map((grant) => [grant.name, grant]));
  const missing = [...new Set(forwards.map(({ backend }) => backend.name))].sort();
  const kinds = forwards.map(routeKind);
  const grants: KubeObject[] = [];
  for (let index = 0; missing.length > 0; index += 1) {
    const name = grantName(target, index);
    const said = present.get(name);
    const known = (said?.to ?? []).flatMap(({ name: service }) => service ?? []);
    const added = missing.filter((service) => !known.includes(service)).slice(0, MAX_GRANT_ENTRIES - known.length);
    const services = [...known, ...added];
    if (services.some((service) => missing.includes(service))) grants.push(grantObject({ namespace, name }, allKinds(kinds, said), services, target));
    services.forEach((service) => missing.includes(service) && missing.splice(missing.indexOf(service), 1));
  }
  return grants;
}

function allKinds(kinds: readonly string[], said: ReferenceGrantNode | undefined): string[] {
  return [...new Set([...(said?.from ?? []).map(({ kind }) => kind), ...kinds])].sort();
}

function grantObject(metadata: KubeObject['metadata'], kinds: readonly string[], services: readonly string[], { routeNamespace }: GatewayTarget): KubeObject {
  return {
    apiVersion: GRANT_VERSION,
    kind: 'ReferenceGrant',
    metadata,
    spec: {
      from: kinds.map((kind) => ({ group: GATEWAY_GROUP, kind, namespace: routeNamespace })),
      to: services.map((name) => ({ group: '', kind: 'Service', name })),
    },
  };
}
