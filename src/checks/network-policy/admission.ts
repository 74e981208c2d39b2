import type { Network } from '../../model/network';
import { hasOtherPolicies, policiesOf, policiesOn, type NetworkPolicyNode, type PolicyPort, type PolicyRule } from '../../model/network-policy-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { arePortsKnown, declaring, portsDeclared } from '../declared-ports';

/** A port of a Service that no NetworkPolicy lets anyone reach in the Pods of a workload. */
export interface BlockedPort {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
  readonly workload: WorkloadNode;
  /** The number that the Pods listen on. */
  readonly target: number;
  /** The policies that guard the Pods. */
  readonly policies: readonly NetworkPolicyNode[];
  /** A rule that was meant to let connections in, and what is wrong with it. */
  readonly mistake?: Mistake;
}

export interface Mistake {
  readonly kind: 'service port' | 'protocol';
  readonly policy: NetworkPolicyNode;
  readonly port: PolicyPort;
}

/** What the policies among the objects keep everyone from; nothing where other kinds of policies have a say. */
export const blockedPorts = oncePerNetwork((network): readonly BlockedPort[] => {
  if (hasOtherPolicies(network) || policiesOf(network).length === 0) return [];
  return network.services.filter(({ type }) => type !== 'ExternalName').flatMap((service) => network.workloadsBehind(service)
    .filter(({ isShortLived }) => !isShortLived)
    .flatMap((workload) => blockedBetween(service, workload, network)));
});

function blockedBetween(service: ServiceNode, workload: WorkloadNode, network: Network): BlockedPort[] {
  const policies = policiesOn(workload, network).filter(({ isolatesIngress }) => isolatesIngress);
  if (policies.length === 0 || !policies.every(({ isKnown }) => isKnown) || !arePortsKnown(workload)) return [];
  return service.ports.flatMap((port) => {
    const target = targetOn(workload, service, port);
    if (target === undefined || !Number.isInteger(port.port) || isAdmitted(policies, workload, target, port.protocol)) return [];
    return [{ service, port, workload, target, policies, mistake: mistakeIn(policies, workload, port, target) }];
  });
}

/** The number that connections to a Service port arrive at. Clients of a headless Service choose it: what is declared counts. */
function targetOn(workload: WorkloadNode, { isHeadless }: ServiceNode, port: ServicePortNode): number | undefined {
  const declared = declaring(workload, port)?.containerPort;
  return isHeadless || typeof port.targetPort !== 'number' ? declared : port.targetPort;
}

/** Whether some rule of some policy lets anyone in. */
export function isAdmitted(policies: readonly NetworkPolicyNode[], workload: WorkloadNode, target: number, protocol: string): boolean {
  return policies.some(({ ingress }) => ingress.some((rule) => admits(rule, workload, target, protocol)));
}

/** Whether a rule is about a port of a workload, or of what is none, whoever its peers are. */
export function admits({ ports }: PolicyRule, workload: WorkloadNode | undefined, target: number, protocol: string): boolean {
  return ports.length === 0 || ports.some((port) => port.protocol === protocol && covers(port, workload, target));
}

/** Whether a port of a rule includes a number, protocols apart. */
export function covers({ port, endPort, protocol }: PolicyPort, workload: WorkloadNode | undefined, target: number): boolean {
  if (port === undefined) return true;
  if (typeof port === 'number') return target >= port && target <= (endPort ?? port);
  const declared = workload ? portsDeclared(workload) : [];
  return declared.some(({ name, protocol: spoken, containerPort }) => name === port && spoken === protocol && containerPort === target);
}

function mistakeIn(
  policies: readonly NetworkPolicyNode[], workload: WorkloadNode, { port, protocol }: ServicePortNode, target: number,
): Mistake | undefined {
  const ports = policies.flatMap((policy) => policy.ingress.flatMap((rule) => rule.ports.map((rulePort) => ({ policy, port: rulePort }))));
  const wrongProtocol = ports.find((found) => found.port.protocol !== protocol && typeof found.port.port === 'number' && covers(found.port, workload, target));
  if (wrongProtocol) return { kind: 'protocol', ...wrongProtocol };
  const declared = portsDeclared(workload);
  const isElsewhere = port !== target && declared.length > 0 && !declared.some(({ containerPort }) => containerPort === port);
  const single = ports.filter((found) => found.port.protocol === protocol && found.port.endPort === undefined);
  const servicePort = isElsewhere ? single.find((found) => found.port.port === port) : undefined;
  return servicePort && { kind: 'service port', ...servicePort };
}
