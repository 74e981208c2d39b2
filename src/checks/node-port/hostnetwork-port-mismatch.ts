import { isHelmHook } from '../../model/object-node';
import type { Check } from '../check';
import { portsDeclared } from '../declared-ports';

/** A Pod on the network of its node maps a port. */
export const hostnetworkPortMismatch: Check = {
  name: 'hostnetwork-port-mismatch',
  severity: 'error',
  summary: 'A Pod with hostNetwork has a hostPort that differs from its containerPort.',
  why: 'a Pod on the network of its node listens there itself and nothing maps ports: the API server refuses another hostPort',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  * run(network) {
    for (const workload of network.workloads) {
      if (workload.podSpec.hostNetwork !== true || isHelmHook(workload)) continue;
      for (const { hostPort, containerPort, path } of portsDeclared(workload)) {
        if (!hostPort || hostPort === containerPort) continue;
        yield {
          object: workload,
          path: [...path, 'hostPort'],
          fact: `has hostNetwork: true, and hostPort ${hostPort} for containerPort ${containerPort}`,
          fix: `remove hostPort, or write hostPort: ${containerPort}; for clients to connect to ${hostPort}, let the container listen there`,
        };
      }
    }
  },
};
