import type { Check } from '../check';
import { probedPorts, type ProbedPort } from './probed-port';
import { containerText } from '../server-containers';

/** A probe over TCP of a port that is for another protocol. */
export const probeProtocol: Check = {
  name: 'probe-protocol',
  // A server may listen on both protocols and declare one.
  severity: 'warning',
  summary: 'A probe connects over TCP to a port that the Pod declares for UDP or SCTP only.',
  why: 'httpGet, tcpSocket and grpc connect over TCP: unless the server listens there, too, the probe fails',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe',
  * run(network) {
    for (const probed of probedPorts(network)) {
      const { server: { workload, container }, probe, number, declared } = probed;
      if (declared.length === 0 || declared.some(({ protocol }) => protocol === 'TCP')) continue;
      yield {
        object: workload,
        path: probe.path,
        fact: `probes ${typeof probe.port === 'string' ? `port "${probe.port}" (${number})` : `port ${number}`} of ${containerText(container)} over TCP (${probe.way} of the ${probe.kind}); it is declared for ${declared[0].protocol} only`,
        fix: fixFor(probed),
      };
    }
  },
};

function fixFor({ server: { container }, number }: ProbedPort): string {
  const [tcp] = container.ports.filter(({ protocol }) => protocol === 'TCP');
  return tcp ? `probe a TCP port: port: ${tcp.name ?? tcp.containerPort}`
    : `declare { containerPort: ${number}, protocol: TCP } if the server listens there, too, else probe with exec`;
}
