import { isInSidecarMesh } from './sidecar-mesh';
import type { Network } from '../../model/network';
import { isHelmHook } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { declaring } from '../declared-ports';

/** A Service port that leads to a port of a workload. */
export interface Approach {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
}

/** A TCP port of a workload in a mesh, and the ports of different Services that lead to it, by the names of the Services. */
export interface MeshPort {
  readonly workload: WorkloadNode;
  readonly containerPort: number;
  readonly approaches: readonly Approach[];
}

/** The ports that several Services lead to. */
export const sharedMeshPorts: (network: Network) => readonly MeshPort[] = oncePerNetwork((network) => {
  const ports = new Map<WorkloadNode, Map<number, Approach[]>>();
  const services = network.services.filter((service) => network.workloadsBehind(service).length > 0 && service.type !== 'ExternalName' && !isHelmHook(service));
  for (const service of services.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const inMesh = network.workloadsBehind(service).filter((workload) => isInSidecarMesh(workload, network));
    inMesh.forEach((workload) => addApproaches(ports, workload, service));
  }
  return [...ports].flatMap(([workload, byNumber]) => [...byNumber]
    .filter(([, approaches]) => new Set(approaches.map(({ service }) => service)).size > 1)
    .map(([containerPort, approaches]) => ({ workload, containerPort, approaches })));
});

function addApproaches(ports: Map<WorkloadNode, Map<number, Approach[]>>, workload: WorkloadNode, service: ServiceNode): void {
  const byNumber = ports.get(workload) ?? new Map<number, Approach[]>();
  ports.set(workload, byNumber);
  for (const port of service.ports.filter((candidate) => candidate.protocol === 'TCP' && candidate.port !== undefined)) {
    const number = typeof port.targetPort === 'number' ? port.targetPort : declaring(workload, port)?.containerPort;
    if (number !== undefined) byNumber.set(number, [...byNumber.get(number) ?? [], { service, port }]);
  }
}
