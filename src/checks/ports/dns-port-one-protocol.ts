import type { Network } from '../../model/network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import type { Check } from '../check';
import { declaring } from '../declared-ports';

/** A DNS server that is reached over one protocol. */
export const dnsPortOneProtocol: Check = {
  name: 'dns-port-one-protocol',
  severity: 'info',
  summary: 'Port 53 is there for UDP or for TCP, not for both.',
  why: 'DNS asks over UDP and again over TCP where the answer is too long: without the other protocol such names do not resolve',
  see: 'https://www.rfc-editor.org/rfc/rfc7766',
  * run(network) {
    const served = protocolsServed(network);
    for (const service of network.services) {
      const port = service.ports.find(({ port: number }) => number === DNS);
      const protocols = served.get(selectorKey(service));
      if (!port || service.type === 'ExternalName' || protocols?.size !== 1 || !Object.hasOwn(OTHER, port.protocol)) continue;
      const other = OTHER[port.protocol];
      yield {
        object: service,
        path: ['spec', 'ports', port.index, 'protocol'],
        fact: `serves DNS over ${port.protocol} only`,
        fix: `add { name: dns-${other.toLowerCase()}, port: 53, targetPort: ${numberBehind(service, port, network)}, protocol: ${other} }${service.ports.length === 1 && port.name === undefined ? ' and name both ports' : ''}`,
      };
    }
  },
};

const DNS = 53;
const OTHER: Readonly<Record<string, string>> = { TCP: 'UDP', UDP: 'TCP' };

/** A name is declared for one protocol, so that only its number serves the other. */
function numberBehind(service: ServiceNode, port: ServicePortNode, network: Network): number | string | undefined {
  const [declared] = network.workloadsBehind(service).flatMap((workload) => declaring(workload, port) ?? []);
  return declared?.containerPort ?? port.targetPort;
}

/** Two Services for the same Pods often share the work: one load balancer could not serve both protocols. */
function protocolsServed({ services }: Network): Map<string, Set<string>> {
  const served = new Map<string, Set<string>>();
  for (const service of services) {
    for (const { port, protocol } of service.ports) {
      if (port === DNS) served.set(selectorKey(service), (served.get(selectorKey(service)) ?? new Set()).add(protocol));
    }
  }
  return served;
}

function selectorKey({ namespace, name, selector }: ServiceNode): string {
  const entries = Object.entries(selector ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
  return JSON.stringify([namespace, selector ? entries : name]);
}
