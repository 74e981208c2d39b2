import { listAt, fieldAt, textAt } from '../../kube/field';
import { GATEWAY_GROUP } from '../../model/gateway-node';
import type { ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';

/** What a CustomResourceDefinition of the input serves. */
export interface ServedVersions {
  readonly definition: ObjectNode;
  /** In the order of the definition. */
  readonly versions: readonly string[];
  /** The release of the Gateway API that it is of. */
  readonly bundle?: string;
}

/** By kind: what the input's definitions of the Gateway API serve; variants of one definition count together. */
export const servedVersions = oncePerNetwork((network): ReadonlyMap<string, ServedVersions> => {
  const byKind = new Map<string, ServedVersions>();
  for (const definition of network.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')) {
    const kind = textAt(definition.object, 'spec', 'names', 'kind');
    if (textAt(definition.object, 'spec', 'group') !== GATEWAY_GROUP || kind === undefined) continue;
    const earlier = byKind.get(kind);
    const versions = [...new Set([...earlier?.versions ?? [], ...versionsOf(definition)])];
    byKind.set(kind, { definition, versions, bundle: earlier ? undefined : definition.annotations[`${GATEWAY_GROUP}/bundle-version`] });
  }
  return byKind;
});

function versionsOf({ object }: ObjectNode): string[] {
  return listAt(object, 'spec', 'versions').flatMap((version) => (fieldAt(version, 'served') === true ? textAt(version, 'name') ?? [] : []));
}
