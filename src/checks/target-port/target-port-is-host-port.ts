import type { Check } from '../check';
import { listening, named } from './service-target';
import { unmatchedNumbers } from './unmatched-number';

/** A targetPort that is a port of the node. */
export const targetPortIsHostPort: Check = {
  name: 'target-port-is-host-port',
  severity: 'error',
  summary: 'A targetPort equals a hostPort of the selected Pods and none of their container ports.',
  why: 'a hostPort is opened on the node; a Service sends to the address of the Pod, where the container port listens: connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const { target: { service, port, path, workloads }, number, meant: [meant] } of unmatchedNumbers('host-port', network)) {
      yield {
        object: service,
        path,
        fact: `sends ${listening(port)} to ${number}, which ${named(workloads)} opens on the nodes (hostPort); its container listens on ${meant.containerPort}`,
        fix: `${port.isTargetPortGiven ? 'write' : 'add'} targetPort: ${meant.name ?? meant.containerPort}`,
        related: workloads,
      };
    }
  },
};
