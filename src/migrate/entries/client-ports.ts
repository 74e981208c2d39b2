import { controllerContainer } from '../../data-planes/controller/controller';
import type { Controller } from '../../data-planes/controller/controller-type';
import { targetNumbers } from '../../data-planes/controller/ports-in-use';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import { portsOf, type ServiceObject } from '../../kube/service';
import type { Workload } from '../../kube/workload';
import { listenerOf, type Listener } from '../../model/forward';
import { isPort } from '../../values/port';

/**
 * The ports on which clients reach what a controller listens on: those of the Service that lead there, and of its nodes. The
 * same port where the input does not say.
 *
 * @param entrance the Service that clients come in through
 */
export function clientPorts(controller: Controller | undefined, entrance: ServiceObject | undefined): (listener: Listener) => readonly number[] {
  if (controller === undefined || entrance === undefined) return ({ listenPort }) => [listenPort];
  const leading = portsLeadingTo(entrance, controller.workloads);
  const hostPorts = nodeListeners(controller.workloads);
  const isOnNodes = controller.workloads.some(sharesNetwork);
  return (listener) => {
    const ports = leading.get(listenerOf(listener)) ?? [];
    return [...new Set(isOnNodes || hostPorts.has(listenerOf(listener)) ? [...ports, listener.listenPort] : ports)];
  };
}

/** Whether the controller listens on its nodes themselves. */
export function sharesNetwork({ spec }: Workload): boolean {
  return spec.template.spec.hostNetwork === true;
}

/** The listeners that have a port on the nodes, as `port/protocol`. */
export function nodeListeners(workloads: readonly Workload[]): ReadonlySet<string> {
  const ports = workloads.flatMap((workload) => controllerContainer(workload, INGRESS_NGINX).ports ?? []);
  return new Set(ports.filter(({ hostPort }) => hostPort !== undefined).map(({ containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol}`));
}

function portsLeadingTo(service: ServiceObject, workloads: readonly Workload[]): Map<string, number[]> {
  const leading = new Map<string, number[]>();
  for (const { port, protocol, targetPort } of portsOf(service)) {
    for (const target of targetNumbers(targetPort, workloads)) {
      const listener = `${target}/${protocol}`;
      leading.set(listener, [...leading.get(listener) ?? [], ...isPort(port) ? [port] : []]);
    }
  }
  return leading;
}
