import { fieldAt, listAt, numberAt, textAt } from '../../kube/field';
import type { Check, Problem } from '../check';
import { containerText, serverContainers, type ServerContainer } from '../server-containers';

/** A low port in a container that does not run as root. */
export const servicePortPrivileged: Check = {
  name: 'service-port-privileged',
  severity: 'info',
  summary: 'A container that does not run as root declares a port below 1024.',
  why: 'ports below 1024 are for root, or for a program with the capability NET_BIND_SERVICE: else the server does not start, unless the container runtime opens them to all, as containerd 2 does',
  see: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
  * run(network) {
    for (const server of serverContainers(network)) {
      if (server.container.role !== 'init' && isUnprivileged(server)) yield* problemsOf(server);
    }
  },
};

function* problemsOf({ workload, container }: ServerContainer): Iterable<Problem> {
  for (const { containerPort, path } of container.ports) {
    if (containerPort >= firstFreePort({ workload, container }) || containerPort < 1) continue;
    yield {
      object: workload,
      path: [...path, 'containerPort'],
      fact: `listens on ${containerPort} in ${containerText(container)}, which does not run as root`,
      fix: `let it listen on ${containerPort + 8000} and write targetPort: ${containerPort + 8000} in the Service, or set the sysctl net.ipv4.ip_unprivileged_port_start: "${containerPort}" in the securityContext of the Pod`,
    };
  }
}

function isUnprivileged({ workload, container }: ServerContainer): boolean {
  const setting = (name: string) => fieldAt(container.object, 'securityContext', name) ?? fieldAt(workload.podSpec, 'securityContext', name);
  const user = setting('runAsUser');
  const isRoot = typeof user === 'number' ? user === 0 : setting('runAsNonRoot') !== true;
  const capabilities = listAt(container.object, 'securityContext', 'capabilities', 'add');
  return !isRoot && setting('privileged') !== true && !capabilities.some((capability) => /^((CAP_)?NET_BIND_SERVICE|ALL)$/i.test(`${capability}`));
}

function firstFreePort({ workload }: ServerContainer): number {
  const sysctl = listAt(workload.podSpec, 'securityContext', 'sysctls').find((entry) => textAt(entry, 'name') === 'net.ipv4.ip_unprivileged_port_start');
  const value = numberAt(sysctl, 'value') ?? Number(textAt(sysctl, 'value') ?? NaN);
  return Number.isNaN(value) ? 1024 : value;
}
