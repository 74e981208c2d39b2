import { sharedMeshPorts, type MeshPort } from './mesh-ports';
import { nodeText } from '../../model/object-node';
import { portNumberText } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** Two doors to one room. */
export const workloadMultiServiceTarget: Check = {
  name: 'workload-multi-service-target',
  severity: 'info',
  summary: 'Services lead to one port of a workload in an Istio mesh from different ports.',
  why: 'the proxy in the Pod has one listener per port and takes its configuration from one of the Services',
  see: 'https://istio.io/latest/docs/reference/config/analysis/ist0137/',
  * run(network) {
    for (const port of sharedMeshPorts(network)) yield* problemOf(port);
  },
};

function* problemOf({ workload, containerPort, approaches: [first, ...others] }: MeshPort): Iterable<Problem> {
  const other = others.find(({ service, port }) => service !== first.service && port.port !== first.port.port);
  if (!other) return;
  yield {
    object: other.service,
    path: ['spec', 'ports', other.port.index, 'port'],
    fact: `port ${portNumberText(other.port)} leads to port ${containerPort} of ${nodeText(workload)}, as port ${portNumberText(first.port)} of ${nodeText(first.service)} does`,
    fix: `make it port ${portNumberText(first.port)} with targetPort ${other.port.targetPort}, or let the server listen on a port of its own for each Service`,
    related: [first.service, workload],
  };
}
