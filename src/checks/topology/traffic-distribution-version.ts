import { preferZoneText } from './successor';
import type { Severity } from '../../findings/severity';
import { textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { oneOf } from '../../problems/one-of';
import { CAPABILITIES, gatesToOpen, isUsable, stageOf, type Capability, type CapabilityName } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** A preference that the target does not know. */
export const trafficDistributionVersion: Check = {
  name: 'traffic-distribution-version',
  severity: 'error',
  summary: 'A Service has a trafficDistribution that the target version does not know.',
  why: 'the API server refuses a value that it does not know; where it does not know the field, kubectl refuses it, and other clients lose it in silence',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  * run(network) {
    const { version } = network.circumstances;
    for (const service of applicationServicesWith(network, { fields: ['trafficDistribution'] })) {
      const value = textAt(service.object, 'spec', 'trafficDistribution');
      if (!value || isPlaceholder(value) || usableValues(version).includes(value)) continue;
      yield {
        object: service,
        path: ['spec', 'trafficDistribution'],
        fact: factAbout(value, version),
        fix: fixFor(value, version),
        severity: severityFor(value, version),
      };
    }
  },
};

const CAPABILITY_OF: ReadonlyMap<string, CapabilityName> = new Map([
  ['PreferClose', 'trafficDistribution: PreferClose'],
  ['PreferSameZone', 'trafficDistribution: PreferSameZone'],
  ['PreferSameNode', 'trafficDistribution: PreferSameNode'],
]);

function usableValues(version: KubernetesVersion): string[] {
  return [...CAPABILITY_OF].filter(([, capability]) => isUsable(capability, version)).map(([value]) => value);
}

function factAbout(value: string, version: KubernetesVersion): string {
  const capability = CAPABILITY_OF.get(value);
  const gates = capability ? gatesToOpen(capability, version) : [];
  const usable = usableValues(version);
  const isAbsent = stageOf('trafficDistribution', version) === 'absent';
  const known = usable.length > 0 ? `Kubernetes ${version} takes ${oneOf(usable)}` : `Kubernetes ${version} ${isAbsent ? 'has no such field' : 'does not know it'}`;
  return `has trafficDistribution: ${value}; ${gates.length > 0 ? `on Kubernetes ${version} it needs the feature gate ${gates.join(' and ')}, which is off unless opened` : known}`;
}

/** An operator may have opened a gate; a value or field that is not there cannot be had. */
function severityFor(value: string, version: KubernetesVersion): Severity {
  const capability = CAPABILITY_OF.get(value);
  return capability && stageOf(capability, version) === 'alpha' ? 'warning' : 'error';
}

function fixFor(value: string, version: KubernetesVersion): string {
  const capability = CAPABILITY_OF.get(value);
  const zone = preferZoneText(version);
  const instead = zone.startsWith('trafficDistribution:') ? `set ${zone}` : `remove it and set ${zone}`;
  const known: Capability | undefined = capability && CAPABILITIES[capability];
  return known ? `target Kubernetes 1.${known.enabled} or newer, or ${instead}` : `${instead}, or remove it`;
}
