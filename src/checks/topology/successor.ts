import { CAPABILITIES, isUsable } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';

export const HINTS = 'service.kubernetes.io/topology-aware-hints';
export const MODE = 'service.kubernetes.io/topology-mode';

/** The values of the annotations by which the controller writes hints: nothing else does. */
export const AUTO: readonly string[] = ['Auto', 'auto'];

/** How a Service prefers Pods in the zone of the client, as the newest way that the version has. */
export function preferZoneText(version: KubernetesVersion): string {
  if (isUsable('trafficDistribution: PreferSameZone', version)) return 'trafficDistribution: PreferSameZone';
  if (isUsable('trafficDistribution: PreferClose', version)) return 'trafficDistribution: PreferClose';
  if (isUsable('annotation topology-mode', version)) return `the annotation ${MODE}: Auto`;
  return isUsable('annotation topology-aware-hints', version)
    ? `the annotation ${HINTS}: Auto`
    : `trafficDistribution on Kubernetes 1.${CAPABILITIES.trafficDistribution.enabled} or newer`;
}

/** How a Service prefers Pods on the node of the client, then in its zone. */
export function preferNodeText(version: KubernetesVersion): string {
  return isUsable('trafficDistribution: PreferSameNode', version) ? 'trafficDistribution: PreferSameNode' : preferZoneText(version);
}
