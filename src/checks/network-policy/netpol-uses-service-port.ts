import type { Check, Problem } from '../check';
import { admits, blockedPorts } from './admission';
import { groupedBy } from '../../model/grouped-by';
import { workloadsSelected } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { hasOtherPolicies, policiesOf, type NetworkPolicyNode, type PolicyPort, type PolicyRule } from '../../model/network-policy-node';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { arePortsKnown, declaring, portsDeclared } from '../declared-ports';

/** A NetworkPolicy allows the port of a Service, where Pods are reached on another one. */
export const netpolUsesServicePort: Check = {
  name: 'netpol-uses-service-port',
  severity: 'error',
  summary: 'A rule of a NetworkPolicy names the port of a Service, and the Pods behind it listen on another one, the targetPort.',
  why: 'a connection has the targetPort by the time that it is looked at, so the rule lets nothing through: clients wait until they give up',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  * run(network) {
    const told = new Set<PolicyPort>();
    for (const { mistake, service, workload, target } of blockedPorts(network)) {
      if (mistake?.kind !== 'service port' || told.has(mistake.port)) continue;
      told.add(mistake.port);
      const severity = network.circumstances.unreadable.length > 0 ? 'warning' : 'error';
      yield { ...problemOf(mistake.policy, mistake.port, { service, workload, target }), severity };
    }
    if (hasOtherPolicies(network)) return;
    for (const policy of policiesOf(network)) {
      if (policy.isolatesEgress && policy.isKnown) yield* egressProblems(policy, network);
    }
  },
};

interface Meant {
  readonly service: ServiceNode;
  readonly workload: WorkloadNode;
  readonly target: number;
}

function problemOf(policy: NetworkPolicyNode, { port, protocol, path }: PolicyPort, { service, workload, target }: Meant): Problem {
  return {
    object: policy,
    path: [...path, 'port'],
    fact: `allows connections to ${port}/${protocol}, which is the port of ${nodeText(service)}; it sends them to ${target} of ${nodeText(workload)}`,
    fix: `write port: ${target}`,
    related: [service, workload],
  };
}

function* egressProblems(policy: NetworkPolicyNode, network: Network): Iterable<Problem> {
  for (const rule of policy.egress) {
    const destinations = destinationsOf(rule, policy, network);
    for (const port of destinations.length > 0 ? rule.ports : []) {
      const meant = meantBy(port, destinations, network);
      const isAllowed = meant && policy.egress.some((other) => admits(other, meant.workload, meant.target, port.protocol));
      if (meant && !isAllowed) yield { ...problemOf(policy, port, meant), severity: 'warning' };
    }
  }
}

/** The Pods that a rule leads to, if it leads to Pods of its own namespace only and all of them are known. */
function destinationsOf({ peers }: PolicyRule, { namespace }: NetworkPolicyNode, network: Network): readonly WorkloadNode[] {
  const own = peers.filter(({ hasNamespaceSelector, hasIpBlock }) => !hasNamespaceSelector && !hasIpBlock);
  const selectors = own.flatMap(({ podSelector }) => (podSelector?.isKnown ? [podSelector] : []));
  return selectors.length === peers.length ? selectors.flatMap((selector) => workloadsSelected(selector, namespace, network)) : [];
}

function meantBy({ port, endPort, protocol }: PolicyPort, destinations: readonly WorkloadNode[], network: Network): Meant | undefined {
  const isListening = (workload: WorkloadNode) => portsDeclared(workload).length === 0 || !arePortsKnown(workload)
    || portsDeclared(workload).some(({ containerPort }) => containerPort === port);
  if (typeof port !== 'number' || endPort !== undefined || destinations.some(isListening)) return undefined;
  const candidates = destinations.flatMap((workload) => (servicesOf(network).get(workload) ?? []).flatMap((service): Meant[] => {
    const servicePort = service.ports.find((candidate) => candidate.port === port && candidate.protocol === protocol);
    const target = servicePort && declaring(workload, servicePort)?.containerPort;
    return target === undefined || target === port ? [] : [{ service, workload, target }];
  }));
  return candidates[0];
}

const servicesOf = oncePerNetwork((network) => {
  const services = network.services.filter(({ type, isHeadless }) => type !== 'ExternalName' && !isHeadless);
  const pairs = services.flatMap((service) => network.workloadsBehind(service).map((workload) => ({ service, workload })));
  return new Map([...groupedBy(pairs, ({ workload }) => workload)].map(([workload, found]) => [workload, found.map(({ service }) => service)]));
});
