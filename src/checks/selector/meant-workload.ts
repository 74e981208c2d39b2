import { bareName, namesakes, orphansIn } from './orphans';
import type { Network } from '../../model/network';
import { carries, catches } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { similarName } from '../../values/similar-name';

type Labels = Readonly<Record<string, string>>;

/** The workload that a Service probably means, and the one label in which they differ. */
export interface NearMiss {
  readonly workload: WorkloadNode;
  readonly key: string;
  /** The value that the Service asks for. */
  readonly wanted: string;
  /** What the Pods have instead: under the same key, or the same value under another key. */
  readonly found?: { readonly key: string; readonly value: string };
  /** Whether a slip of the pen explains it, so that nothing else can be meant. */
  readonly isSlip: boolean;
  /** Whether other Services select the workload. */
  readonly isServed?: boolean;
}

/** How many workloads are looked at for one Service. */
const LOOKED_AT = 50;

/** The near miss that says most, among the workloads that no Service selects. */
export function nearMiss(service: ServiceNode, network: Network): NearMiss | undefined {
  if (orphansIn(network).in(service.namespace).length === 0) return undefined;
  const misses = Object.keys(service.selector ?? {}).flatMap((key) => missesBut(key, service, network));
  return misses.find(({ isSlip }) => isSlip) ?? misses[0];
}

function missesBut(key: string, service: ServiceNode, network: Network): NearMiss[] {
  const { [key]: wanted, ...rest } = service.selector ?? {};
  const orphans = orphansIn(network);
  const isOne = Object.keys(rest).length === 0;
  const others = isOne ? orphans.in(service.namespace).slice(0, LOOKED_AT) : orphans.caughtBy(rest, service.namespace, LOOKED_AT);
  const candidates = new Set([...namesakes(service, network).filter((workload) => isOne || catches(rest, workload)), ...others]);
  return [...candidates].flatMap((workload) => {
    if (carries(workload, key, wanted)) return [];
    return missOf({ workload, key, wanted, isSlip: false }, service, rest) ?? [];
  });
}

function missOf(miss: NearMiss, service: ServiceNode, rest: Labels): NearMiss | undefined {
  const { workload, key } = miss;
  if (Object.hasOwn(workload.podLabels, key)) return otherValue(miss, workload.podLabels[key], service);
  // Its controller may add the label, as that of an OpenShift DeploymentConfig does.
  return isForeignKind(workload) ? undefined : absentKey(miss, service, rest);
}

function otherValue(miss: NearMiss, value: string, service: ServiceNode): NearMiss | undefined {
  const isMistyped = miss.wanted.length > SHORT && similarName(miss.wanted, [value]) !== undefined;
  return isMistyped || isNamesake(service, miss.workload.name) ? { ...miss, found: { key: miss.key, value }, isSlip: true } : undefined;
}

/** Of three letters any other three are a slip away. */
const SHORT = 3;

function absentKey(miss: NearMiss, service: ServiceNode, rest: Labels): NearMiss | undefined {
  const { workload: { name, podLabels }, key, wanted } = miss;
  const otherKey = Object.keys(podLabels).find((other) => podLabels[other] === wanted && !Object.hasOwn(rest, other));
  if (otherKey === undefined && Object.keys(rest).length === 0) return undefined;
  const isSlip = [name, ...Object.values(rest)].some((text) => isNamesake(service, text)) || similarName(key, [otherKey ?? '']) !== undefined;
  return { ...miss, found: otherKey === undefined ? undefined : { key: otherKey, value: wanted }, isSlip };
}

function isNamesake({ name }: ServiceNode, other: string): boolean {
  return bareName(name) === bareName(other);
}
