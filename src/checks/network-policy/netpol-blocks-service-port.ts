import type { Check, Problem } from '../check';
import { blockedPorts, type BlockedPort } from './admission';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { portNumberText, type ServiceNode } from '../../model/service-node';

/** A Service leads to Pods that nobody may connect to. */
export const netpolBlocksServicePort: Check = {
  name: 'netpol-blocks-service-port',
  severity: 'error',
  summary: 'NetworkPolicies guard the Pods behind a Service, and none of their rules lets anyone connect to its targetPort.',
  why: 'every connection is dropped without an answer, so clients wait until they give up',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  * run(network) {
    const blocked = blockedPorts(network);
    const countOf = groupedBy(blocked, ({ service }) => service);
    for (const port of blocked.filter(({ mistake }) => !mistake)) {
      const isClosed = countOf.get(port.service)?.length === port.service.ports.length * serversBehind(port.service, network);
      yield problemOf(port, isClosed && hasRules(port) && network.circumstances.unreadable.length === 0);
    }
  },
};

function serversBehind(service: ServiceNode, network: Network): number {
  return network.workloadsBehind(service).filter(({ isShortLived }) => !isShortLived).length;
}

/** Where other ports are open, or nothing is let in at all, it may be on purpose. */
function problemOf({ service, port, workload, target, policies }: BlockedPort, isCertain: boolean): Problem {
  const names = policies.map(({ name }) => name).join(' and ');
  const [policy] = policies.filter(({ ingress }) => ingress.length > 0);
  const entry = `{ port: ${target}, protocol: ${port.protocol} }`;
  return {
    object: service,
    path: ['spec', 'ports', port.index],
    fact: `port ${portNumberText(port)} is sent to ${target}/${port.protocol} of ${nodeText(workload)}, where NetworkPolicy ${names} ${policy ? `allows ${allowed(policies)} only` : 'lets nobody in'}`,
    fix: policy ? `add ${entry} to spec.ingress[0].ports of NetworkPolicy ${policy.namespace}/${policy.name}`
      : `add a NetworkPolicy for these Pods with the rule ingress: [{ ports: [${entry}] }], or remove the port from the Service`,
    severity: isCertain ? 'error' : 'warning',
    related: [workload, ...policies],
  };
}

function hasRules({ policies }: BlockedPort): boolean {
  return policies.some(({ ingress }) => ingress.length > 0);
}

function allowed(policies: BlockedPort['policies']): string {
  const ports = policies.flatMap(({ ingress }) => ingress.flatMap((rule) => rule.ports))
    .map(({ port, endPort, protocol }) => `${port ?? 'any port'}${endPort === undefined ? '' : `-${endPort}`}/${protocol}`);
  const distinct = [...new Set(ports)];
  return `${distinct.slice(0, 5).join(', ')}${distinct.length > 5 ? ` and ${distinct.length - 5} more` : ''}`;
}
