import { asRecord } from '../../kube/field';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { declaring } from '../declared-ports';
import { serviceTargets } from '../target-port/service-target';

/** A port of a Pod that a Service sends to while the Pod is ready. */
export interface ServedPort {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
  /** The number in the Pod. */
  readonly number: number;
}

/** The ports of each workload that Services send to; Services that send to Pods that are not ready, too, do not count. */
export const servedPorts = oncePerNetwork((network) => {
  const served = new Map<WorkloadNode, ServedPort[]>();
  for (const { service, port, workloads } of serviceTargets(network)) {
    if (asRecord(service.object.spec).publishNotReadyAddresses === true) continue;
    for (const workload of workloads) {
      const number = typeof port.targetPort === 'number' ? port.targetPort : declaring(workload, port)?.containerPort;
      if (number === undefined || workload.isShortLived || isForeignKind(workload)) continue;
      const ports = served.get(workload);
      if (ports) ports.push({ service, port, number });
      else served.set(workload, [{ service, port, number }]);
    }
  }
  return served;
});
