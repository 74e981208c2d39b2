import { portsDeclared } from '../declared-ports';
import { doubtAbout, isInjected, serviceTargets, type ServiceTarget } from './service-target';
import type { ContainerPortNode } from '../../model/container-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';

/** A number used as targetPort that no selected Pod declares, though some declare others. */
export interface UnmatchedNumber {
  readonly target: ServiceTarget;
  readonly number: number;
  readonly reason: 'other-protocol' | 'host-port' | 'defaulted' | 'undeclared';
  /** The declared ports that were probably meant. */
  readonly meant: readonly ContainerPortNode[];
}

/** The numbers used as targetPort that no Pod declares, for one reason. A headless Service sends nothing, so that it has none. */
export function unmatchedNumbers(reason: UnmatchedNumber['reason'], network: Network): UnmatchedNumber[] {
  return (byReason(network).get(reason) ?? []).filter(({ target }) => doubtAbout(target, network) === undefined);
}

const byReason = oncePerNetwork((network) => groupedBy(
  serviceTargets(network).flatMap((target) => target.service.isHeadless ? [] : unmatched(target) ?? []), ({ reason }) => reason));

/** Names of ports that are there beside what a server serves. */
const AUXILIARY = /metrics|prom|health|admin|debug|probe/;

function unmatched(target: ServiceTarget): UnmatchedNumber | undefined {
  const { port: { targetPort: number, protocol, isTargetPortGiven }, workloads } = target;
  const declared = workloads.flatMap(portsDeclared);
  if (typeof number !== 'number' || declared.length === 0) return undefined;
  const sameNumber = declared.filter(({ containerPort }) => containerPort === number);
  if (sameNumber.some((port) => port.protocol === protocol)) return undefined;
  const sameProtocol = declared.filter((port) => port.protocol === protocol);
  const onHost = sameProtocol.filter(({ hostPort }) => hostPort === number);
  if (sameNumber.length > 0) return { target, number, reason: 'other-protocol', meant: sameNumber };
  if (onHost.length > 0) return { target, number, reason: 'host-port', meant: onHost };
  // The proxy that a mesh adds listens where its gateways are told to.
  if (workloads.some(isInjected)) return undefined;
  return { target, number, reason: !isTargetPortGiven && isOneServed(sameProtocol) ? 'defaulted' : 'undeclared', meant: sameProtocol };
}

function isOneServed(ports: readonly ContainerPortNode[]): boolean {
  return new Set(ports.map(({ containerPort }) => containerPort)).size === 1 && !AUXILIARY.test(`${ports[0].name}`);
}
