import type { ParsedEndpoint } from './parsed-endpoint';
import type { Inspection } from '../service-spec/inspection';
import { TrafficPolicy } from '../service-spec/traffic-policy';
import { isUsable, type CapabilityName } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';

/** What a data plane goes by instead of hints. */
export interface HintOptions {
  readonly headless?: boolean;
  readonly internalTrafficPolicy?: TrafficPolicy;
}

type HintField = 'servedZones' | 'servedNodes';

const NEEDS: Readonly<Record<HintField, CapabilityName>> = {
  servedZones: 'endpoint hints.forZones',
  servedNodes: 'endpoint hints.forNodes',
};

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/';

/** Hints are understood by the target, looked at, and complete. */
export function checkHints(endpoints: readonly ParsedEndpoint[], options: HintOptions, inspection: Inspection): void {
  (['servedZones', 'servedNodes'] as const).forEach((field) => {
    const hinted = endpoints.filter((endpoint) => endpoint[field] !== undefined);
    if (hinted.length === 0) return;
    checkUnderstood(field, hinted[0], inspection);
    checkLookedAt(field, hinted[0], options, inspection);
    checkComplete(field, endpoints, hinted, inspection);
  });
}

/** The annotations of a Service without which kube-proxy of the target overlooks the hints. */
export function hintAnnotations(endpoints: readonly ParsedEndpoint[], { version }: Inspection): Readonly<Record<string, string>> | undefined {
  const needed = endpoints.some(({ servedZones }) => servedZones) && !isUsable('endpoint hints without annotation', version);
  if (!needed) return undefined;
  const mode = isUsable('annotation topology-mode', version) ? 'topology-mode' : 'topology-aware-hints';
  return { [`service.kubernetes.io/${mode}`]: 'Auto' };
}

function checkUnderstood(field: HintField, { at }: ParsedEndpoint, { problems, version }: Inspection): void {
  const fault = capabilityFault(NEEDS[field], version, `leave ${field} out of every endpoint`);
  if (fault) problems.add(`${at}.${field}`, fault);
}

function checkLookedAt(field: HintField, { at }: ParsedEndpoint, { headless, internalTrafficPolicy }: HintOptions, { problems }: Inspection): void {
  const isLocal = internalTrafficPolicy === TrafficPolicy.LOCAL;
  if (!headless && !isLocal) return;
  problems.add(`${at}.${field}`, {
    fact: `${field} is given, and ${headless ? 'the service is headless' : 'internalTrafficPolicy is Local'}`,
    why: headless
      ? 'clients of a headless service get all its addresses from DNS and choose by themselves: nothing looks at hints'
      : 'with Local only endpoints of the client\'s own node are used, and hints are not looked at',
    fix: `leave ${field} out, or leave ${headless ? 'headless' : 'internalTrafficPolicy'} out`,
    see: SEE,
  });
}

function checkComplete(field: HintField, endpoints: readonly ParsedEndpoint[], hinted: readonly ParsedEndpoint[], { problems }: Inspection): void {
  const without = endpoints.find((endpoint) => endpoint[field] === undefined);
  if (!without) return;
  problems.add(`${without.at}.${field}`, {
    fact: `${field} is given for ${hinted.length} of ${endpoints.length} endpoints`,
    why: 'kube-proxy ignores the hints of all endpoints as soon as one that is ready has none',
    fix: `add the field, for example ${field}: ['${hinted[0][field]?.[0]}'], or leave ${field} out of every endpoint`,
    see: SEE,
  });
}
