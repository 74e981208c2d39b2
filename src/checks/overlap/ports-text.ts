import { joined } from './workload-list';
import type { ServicePortNode } from '../../model/service-node';

/** `port 5432`, or `ports 80 and 443`. */
export function portsText(ports: readonly ServicePortNode[]): string {
  return `${ports.length === 1 ? 'port' : 'ports'} ${joined(ports.map(({ port, protocol }) => `${port ?? '?'}${suffix(protocol)}`))}`;
}

/** `containerPort 5432`, or `containerPorts 8080 and 8443`. */
export function targetsText(ports: readonly ServicePortNode[]): string {
  return `${ports.length === 1 ? 'containerPort' : 'containerPorts'} ${joined(ports.map(({ targetPort, protocol }) => `${targetPort}${suffix(protocol)}`))}`;
}

function suffix(protocol: string): string {
  return protocol === 'TCP' ? '' : `/${protocol}`;
}
