import { arePortsKnown, declaring, portsDeclared } from '../declared-ports';
import type { Contest } from './competitors';
import type { FieldPath } from '../../kube/field';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { Protocol } from '../../values/protocol';

/** Ports that are sent to a number which some of the selected workloads declare and others do not; the same ones for all ports. */
export interface PortSplit extends Contest {
  readonly ports: readonly ServicePortNode[];
  readonly listening: readonly WorkloadNode[];
  /** They declare ports, but none of these. */
  readonly silent: readonly WorkloadNode[];
  /** They declare no port at all. */
  readonly portless: readonly WorkloadNode[];
}

/** The splits of a Service's ports, in their order. */
export function portSplits({ service, competitors }: Contest): PortSplit[] {
  const splits = new Map<string, PortSplit & { ports: ServicePortNode[] }>();
  for (const port of service.ports.filter(isNumeric)) {
    const stances = competitors.map((workload) => stanceOf(workload, port));
    if (!stances.includes('listening')) continue;
    const key = stances.join();
    const split = splits.get(key) ?? { service, competitors, ports: [], ...sidesOf(competitors, stances) };
    split.ports.push(port);
    splits.set(key, split);
  }
  return [...splits.values()];
}

/** The field that says where a port leads. */
export function targetPath({ ports: [{ index, isTargetPortGiven }] }: Pick<PortSplit, 'ports'>): FieldPath {
  return ['spec', 'ports', index, isTargetPortGiven ? 'targetPort' : 'port'];
}

/** Where the Pods behind a headless Service go by names of their own, which clients use instead of the Service's. */
export function namesItsPods(service: ServiceNode, competitors: readonly WorkloadNode[]): boolean {
  return competitors.some(({ kind, object, podSpec }) => podSpec.subdomain === service.name
    || (kind === 'StatefulSet' && (object.spec as { serviceName?: unknown } | undefined)?.serviceName === service.name));
}

type Stance = 'listening' | 'silent' | 'portless' | 'unknown';

function stanceOf(workload: WorkloadNode, port: ServicePortNode): Stance {
  if (declaring(workload, port)) return 'listening';
  if (!arePortsKnown(workload) || isForeignKind(workload)) return 'unknown';
  const declared = portsDeclared(workload);
  if (declared.length === 0) return 'portless';
  // The same number with another protocol: more likely forgotten in one of the places than meant.
  return declared.some(({ containerPort }) => containerPort === port.targetPort) ? 'unknown' : 'silent';
}

function sidesOf(competitors: readonly WorkloadNode[], stances: readonly Stance[]): Pick<PortSplit, 'listening' | 'silent' | 'portless'> {
  const those = (stance: Stance) => competitors.filter((_, index) => stances[index] === stance);
  return { listening: those('listening'), silent: those('silent'), portless: those('portless') };
}

function isNumeric({ targetPort, protocol }: ServicePortNode): boolean {
  return typeof targetPort === 'number' && protocol in Protocol;
}
