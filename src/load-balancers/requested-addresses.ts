import type { LoadBalancerFields } from './load-balancer-settings';
import type { Inspection } from '../service-spec/inspection';
import { stageOf } from '../values/capabilities';
import type { IpAddress } from '../values/ip-address';
import type { KubernetesVersion } from '../values/kubernetes-version';

/**
 * The addresses where the provider looks for them: in its annotation; one address for a target that has not deprecated
 * the field yet in `loadBalancerIP`, which the releases of that time read, too.
 */
export function requestAddresses(annotation: string, addresses: readonly IpAddress[], { version }: Inspection): LoadBalancerFields {
  if (addresses.length === 0) return {};
  if (addresses.length === 1 && isFieldCurrent(version)) return { loadBalancerIP: addresses[0].text };
  return { annotations: { [annotation]: addresses.map(({ text }) => text).join(',') } };
}

/** Whether `loadBalancerIP` is not deprecated yet: later, each provider has an annotation of its own. */
export function isFieldCurrent(version: KubernetesVersion): boolean {
  return stageOf('loadBalancerIP', version) !== 'deprecated';
}
