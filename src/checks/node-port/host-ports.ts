import { numberAt, textAt, type FieldPath } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { WorkloadNode } from '../../model/workload-node';

/** A port that a Pod takes on its node. */
export interface HostPort {
  readonly workload: WorkloadNode;
  readonly container: string;
  readonly hostPort: number;
  readonly protocol: string;
  /** The address of the node; absent for all. */
  readonly hostIp?: string;
  readonly path: FieldPath;
  readonly isHostNetwork: boolean;
}

/** The ports that Pods take on their nodes: the API server makes every port of a Pod with hostNetwork one of them. */
export const hostPortsOf = oncePerNetwork((network: Network): readonly HostPort[] => network.workloads.filter(({ isShortLived }) => !isShortLived)
  .flatMap((workload) => workload.containers.filter(({ role }) => role === 'container').flatMap(({ name, ports }) => ports.flatMap((port) => {
    const isHostNetwork = workload.podSpec.hostNetwork === true;
    const hostPort = port.hostPort || (isHostNetwork ? port.containerPort : 0);
    const ip = textAt(workload.object, ...port.path, 'hostIP');
    return hostPort === 0 ? [] : [{
      workload,
      container: name,
      hostPort,
      protocol: port.protocol,
      hostIp: ip && !ANY.includes(ip) ? ip : undefined,
      isHostNetwork,
      path: [...port.path, numberAt(workload.object, ...port.path, 'hostPort') ? 'hostPort' : 'containerPort'],
    }];
  }))));

const ANY = ['0.0.0.0', '::'];
