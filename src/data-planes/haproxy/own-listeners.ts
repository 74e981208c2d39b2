import { controllerContainer } from '../controller/controller';
import type { Controller, Occupant } from '../controller/controller-type';

/** The ports of HAProxy's own frontends as its container says them: which they are differs between releases. */
export function ownListeners({ type, workloads }: Controller): Occupant[] {
  const ports = workloads.flatMap((workload) => controllerContainer(workload, type).ports ?? []);
  return ports.filter(({ name }) => OWN_PORTS.includes(name ?? ''))
    .map(({ name, containerPort, protocol = 'TCP' }): Occupant => [`${containerPort}/${protocol}`, `its own port "${name}"`]);
}

// https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/deploy/haproxy-ingress.yaml
const OWN_PORTS: readonly string[] = ['http', 'https', 'quic', 'stat'];
