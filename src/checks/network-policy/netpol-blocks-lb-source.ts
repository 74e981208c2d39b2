import { servicesOfType } from '../../model/services-with';
import type { Check, Problem } from '../check';
import { admits } from './admission';
import type { Network } from '../../model/network';
import { hasOtherPolicies, policiesOn, type PolicyRule } from '../../model/network-policy-node';
import { nodeText } from '../../model/object-node';
import { portNumberText, type ServiceNode, type ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { declaring } from '../declared-ports';

/** A Service is open to clients outside the cluster, its Pods to Pods only. */
export const netpolBlocksLbSource: Check = {
  name: 'netpol-blocks-lb-source',
  severity: 'info',
  summary: 'A Service is published outside the cluster, and NetworkPolicies let only Pods connect to the Pods behind it.',
  why: 'clients outside the cluster, and the nodes that forward for them, are no Pods: their connections are dropped without an answer',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  * run(network) {
    if (hasOtherPolicies(network)) return;
    for (const service of servicesOfType(network, 'LoadBalancer', 'NodePort')) {
      for (const workload of network.workloadsBehind(service).filter(({ isShortLived }) => !isShortLived)) {
        for (const port of service.ports) {
          const problem = problemOf(service, port, workload, network);
          if (problem) yield problem;
        }
      }
    }
  },
};

function problemOf(service: ServiceNode, port: ServicePortNode, workload: WorkloadNode, network: Network): Problem | undefined {
  const policies = policiesOn(workload, network).filter(({ isolatesIngress }) => isolatesIngress);
  const target = typeof port.targetPort === 'number' ? port.targetPort : declaring(workload, port)?.containerPort;
  if (target === undefined || !policies.every(({ isKnown }) => isKnown)) return undefined;
  const rules = policies.flatMap((policy) => policy.ingress.map((rule) => ({ policy, rule })));
  const admitting = rules.filter(({ rule }) => admits(rule, workload, target, port.protocol));
  if (admitting.length === 0 || !admitting.every(({ rule }) => isForPods(rule))) return undefined;
  const [{ policy, rule }] = admitting;
  return {
    object: service,
    path: ['spec', 'ports', port.index],
    fact: `publishes port ${portNumberText(port)} as ${service.type}, but NetworkPolicy ${policy.namespace}/${policy.name} lets only Pods connect to ${target}/${port.protocol} of ${nodeText(workload)}`,
    fix: `add an ipBlock with the addresses of the clients to ${rule.path.join('.').replace(/\.(\d+)/g, '[$1]')}.from of the policy, for example { ipBlock: { cidr: 0.0.0.0/0 } } for everyone`,
    related: [policy, workload],
  };
}

function isForPods({ peers }: PolicyRule): boolean {
  return peers.length > 0 && peers.every(({ hasIpBlock }) => !hasIpBlock);
}
