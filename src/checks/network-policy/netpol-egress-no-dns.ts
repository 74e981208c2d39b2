import type { Check } from '../check';
import { covers } from './admission';
import { hasOtherPolicies, policiesOf, policiesOn, workloadsUnder, type NetworkPolicyNode, type PolicyRule } from '../../model/network-policy-node';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';

/** Pods may connect to others, and cannot find out their addresses. */
export const netpolEgressNoDns: Check = {
  name: 'netpol-egress-no-dns',
  severity: 'warning',
  summary: 'NetworkPolicies let Pods connect to other Pods, and not to port 53 of the cluster DNS over UDP.',
  why: 'the name of no Service is resolved, so the connections that are allowed are never made',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  * run(network) {
    if (hasOtherPolicies(network)) return;
    for (const policy of policiesOf(network)) {
      if (!policy.isolatesEgress || !policy.egress.some(leadsToPods)) continue;
      const silent = workloadsUnder(policy, network).filter((workload) => !resolvesNames(workload, policiesOn(workload, network)));
      if (silent.length === 0) continue;
      yield {
        object: policy,
        path: ['spec', 'egress'],
        fact: `lets ${nodeText(silent[0])}${silent.length > 1 ? ` and ${silent.length - 1} more` : ''} connect to other Pods, but no policy lets them ask the cluster DNS on 53/UDP`,
        fix: 'add { to: [{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: kube-dns } } }], ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }] } to spec.egress',
        related: silent.slice(0, 5),
      };
    }
  },
};

function leadsToPods({ peers }: PolicyRule): boolean {
  return peers.some(({ hasIpBlock }) => !hasIpBlock);
}

// OpenShift's DNS Pods listen on 5353; names of ports are looked up in Pods that are seldom among the objects.
const DNS_PORTS = [53, 5353];

function resolvesNames(workload: WorkloadNode, policies: readonly NetworkPolicyNode[]): boolean {
  if (usesOtherNames(workload) || policies.some(({ isKnown }) => !isKnown)) return true;
  const rules = policies.filter(({ isolatesEgress }) => isolatesEgress).flatMap(({ egress }) => egress);
  return rules.some(({ ports }) => ports.length === 0 || ports.some((port) => port.protocol === 'UDP'
    && (typeof port.port === 'string' || DNS_PORTS.some((number) => covers(port, workload, number)))));
}

function usesOtherNames({ podSpec }: WorkloadNode): boolean {
  return podSpec.dnsPolicy === 'None' || podSpec.dnsPolicy === 'Default' || podSpec.hostAliases !== undefined;
}
