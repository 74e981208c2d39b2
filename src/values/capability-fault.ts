import { CAPABILITIES, isUsable, stageOf, type Capability, type CapabilityName } from './capabilities';
import type { KubernetesVersion } from './kubernetes-version';
import type { Fault } from '../problems/problem';

/** Why a field or value cannot be used with a target version, or `undefined` where it can. */
export function capabilityFault(name: CapabilityName, version: KubernetesVersion, instead: string): Fault | undefined {
  if (isUsable(name, version)) return undefined;
  const capability: Capability = CAPABILITIES[name];
  return {
    fact: `${name} does not work on the target, Kubernetes ${version}`,
    why: WHY[stageOf(name, version)] ?? 'the API server refuses it',
    fix: capability.enabled === undefined ? instead : `target Kubernetes 1.${capability.enabled} or newer, or ${instead}`,
    see: capability.see,
  };
}

const WHY: Readonly<Record<string, string>> = {
  absent: 'the API server of that version does not know it: it drops it silently or refuses the object',
  alpha: 'its feature gate is off there by default, so the API server refuses it or drops it silently',
  removed: 'the API server of that version no longer knows it and drops it silently',
};
