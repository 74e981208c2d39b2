import { fieldAt, listAt, numberAt, textAt } from '../../kube/field';
import { namespaceOf } from '../../kube/kube-object';
import type { Workload } from '../../kube/workload';
import type { Problem } from '../../problems/problem';
import { controllerContainer } from '../controller/controller';
import type { ControllerType } from '../controller/controller-type';

const SYSCTL = 'net.ipv4.ip_unprivileged_port_start';
/** The first port that everyone may open, unless a sysctl says otherwise. */
export const FIRST_FREE = 1024;

/** What is to be done before HAProxy can open ports below 1024 on every node; its own manifest lets it run without root. */
export function adviceOnLowPorts(workloads: readonly Workload[], type: ControllerType, listenPorts: readonly number[]): Problem[] {
  return workloads.flatMap((workload) => {
    if (mayBindAny(workload, type)) return [];
    const start = firstFreePort(workload);
    const low = listenPorts.filter((port) => port < start).sort((a, b) => a - b);
    return low.length === 0 ? [] : [advice(workload, low)];
  });
}

function advice(workload: Workload, low: readonly number[]): Problem {
  const name = `${workload.kind} ${namespaceOf(workload)}/${workload.metadata.name}`;
  return {
    at: 'controller',
    fact: `HAProxy in ${name} is to open ${low.length === 1 ? 'port' : 'the ports'} ${low.join(', ')}, and its securityContext leaves it no right to ports below 1024`,
    why: 'it may open them where the container runtime of the node lets everyone, as containerd 2 and Docker do; elsewhere it cannot bind them, '
      + 'and goes on with its old configuration',
    fix: workload.spec.template.spec.hostNetwork
      ? `set the sysctl ${SYSCTL}=${low[0]} on its nodes, as a Pod with hostNetwork cannot, or use a listenPort from 1024 on`
      : `write ${JSON.stringify({ name: SYSCTL, value: `${low[0]}` })} into spec.template.spec.securityContext.sysctls of ${name}, which kubelets take from 1.22 on`,
    see: 'https://github.com/haproxytech/kubernetes-ingress/issues/645',
  };
}

/**
 * Whether it runs as root, or may get the capability that a file of its image carries. A shell starts it and has none to pass on, so
 * that it would have to gain the capability.
 *
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/fs/start.sh
 * @see https://github.com/haproxytech/kubernetes-ingress/issues/738
 * @see https://docs.kernel.org/userspace-api/no_new_privs.html
 */
function mayBindAny(workload: Workload, type: ControllerType): boolean {
  const container = controllerContainer(workload, type);
  const isRoot = (fieldAt(container, 'securityContext', 'runAsUser') ?? fieldAt(workload, 'spec', 'template', 'spec', 'securityContext', 'runAsUser')) === 0;
  const isPrivileged = fieldAt(container, 'securityContext', 'privileged') === true;
  const gainsNone = fieldAt(container, 'securityContext', 'allowPrivilegeEscalation') === false;
  return isPrivileged || (isRoot || !gainsNone) && hasCapability(container);
}

/** A container has the capability unless it is dropped. */
function hasCapability(container: unknown): boolean {
  const names = (list: string) => listAt(container, 'securityContext', 'capabilities', list).map((name) => `${name}`.toUpperCase().replace(/^CAP_/, ''));
  const isIn = (list: string) => ['ALL', 'NET_BIND_SERVICE'].some((name) => names(list).includes(name));
  return isIn('add') || !isIn('drop');
}

function firstFreePort({ spec: { template } }: Workload): number {
  const sysctl = listAt(template.spec, 'securityContext', 'sysctls').find((entry) => textAt(entry, 'name') === SYSCTL);
  const value = numberAt(sysctl, 'value') ?? Number(textAt(sysctl, 'value') ?? FIRST_FREE);
  return Number.isNaN(value) ? FIRST_FREE : value;
}
