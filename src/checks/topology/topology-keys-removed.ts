import { preferNodeText, preferZoneText } from './successor';
import { listAt } from '../../kube/field';
import { isUsable, stageOf } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A preference that the target no longer knows. */
export const topologyKeysRemoved: Check = {
  name: 'topology-keys-removed',
  severity: 'error',
  summary: 'A Service has topologyKeys, which the target version no longer knows.',
  why: 'since 1.22 kubectl and server-side apply refuse the field, and clients without strict validation lose it in silence: connections then go to any Pod',
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/536-topology-aware-routing',
  * run(network) {
    const { version } = network.circumstances;
    if (stageOf('topologyKeys', version) !== 'removed') return;
    for (const service of applicationServicesWith(network, { fields: ['topologyKeys'] })) {
      const keys = listAt(service.object, 'spec', 'topologyKeys');
      if (keys.length === 0) continue;
      yield {
        object: service,
        path: ['spec', 'topologyKeys'],
        fact: `has topologyKeys ${shown(keys)}; the target is Kubernetes ${version}`,
        fix: fixFor(keys, version),
      };
    }
  },
};

function fixFor(keys: readonly unknown[], version: KubernetesVersion): string {
  const [first, ...others] = keys;
  if (first === 'kubernetes.io/hostname' && others.length === 0 && isUsable('internalTrafficPolicy', version)) {
    return 'remove topologyKeys and set internalTrafficPolicy: Local, which also drops connections on nodes without a Pod';
  }
  if (first === 'kubernetes.io/hostname') return `remove topologyKeys and set ${preferNodeText(version)}`;
  if (first === 'topology.kubernetes.io/zone') return `remove topologyKeys and set ${preferZoneText(version)}`;
  return first === '*' ? 'remove topologyKeys: any Pod is the default' : 'remove topologyKeys: no later field prefers that label';
}
