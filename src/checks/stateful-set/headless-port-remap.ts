import { governedByService, servicesByWorkload } from './governed-sets';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { headlessApplicationServices } from '../application-services';
import type { Check, Problem } from '../check';
import { declaring, portsDeclared } from '../declared-ports';

/** A headless Service that would have to translate a port. */
export const headlessPortRemap: Check = {
  name: 'headless-port-remap',
  severity: 'warning',
  summary: 'A port of a headless Service leads to another number in the Pods.',
  why: 'a headless Service is only a name for the addresses of its Pods: no proxy translates the port, so clients that use it are refused unless they look up the SRV record',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  * run(network) {
    for (const service of headlessApplicationServices(network)) {
      if (!service.selector || service.type === 'ExternalName') continue;
      for (const port of service.ports) yield* problemsOf(service, port, network);
    }
  },
};

function* problemsOf(service: ServiceNode, port: ServicePortNode, network: Network): Iterable<Problem> {
  const workloads = network.workloadsBehind(service);
  const remapped = remap(port, workloads);
  if (port.port === undefined || !remapped || isAnswered(port, workloads)) return;
  const { target, workload } = remapped;
  const isGoverning = governedByService(network).has(service);
  const proxied = isGoverning ? workloads.flatMap((selected) => proxiedServices(network).get(selected) ?? [])[0] : undefined;
  yield {
    object: service,
    path: ['spec', 'ports', port.index, port.isTargetPortGiven ? 'targetPort' : 'port'],
    fact: factAbout(service, port, remapped) + (proxied ? `; ${nodeText(proxied)} does translate it` : ''),
    fix: `set port: ${target}, the number that clients have to use here${isGoverning ? '' : ', or remove clusterIP: None for a Service that translates'}`,
    severity: proxied ? 'info' : 'warning',
    related: workload ? [workload] : [],
  };
}

function factAbout({ name }: ServiceNode, { port }: ServicePortNode, { target, workload }: Remap): string {
  const reached = `"${name}:${port}" reaches port ${port} of a Pod`;
  return workload
    ? `is headless and has port ${port} for port ${target} of ${nodeText(workload)}: ${reached}, where nothing is declared`
    : `is headless and has port ${port} for port ${target} of its Pods: ${reached}`;
}

interface Remap {
  readonly target: number;
  readonly workload?: WorkloadNode;
}

function remap(port: ServicePortNode, workloads: readonly WorkloadNode[]): Remap | undefined {
  const declared = workloads.map((workload) => ({ target: declaring(workload, port)?.containerPort, workload }));
  const found = declared.find((candidate): candidate is Required<Remap> => candidate.target !== undefined && candidate.target !== port.port);
  if (found || typeof port.targetPort !== 'number' || isPlaceholder(port.targetPort)) return found;
  return port.targetPort === port.port ? undefined : { target: port.targetPort };
}

/** Whether Pods declare the number that clients will use. */
function isAnswered({ port, protocol }: ServicePortNode, workloads: readonly WorkloadNode[]): boolean {
  return workloads.some((workload) => portsDeclared(workload).some((declared) => declared.containerPort === port && declared.protocol === protocol));
}

/** The Services with an address, of each workload. */
const proxiedServices = oncePerNetwork((network) => servicesByWorkload(
  network.services.filter(({ isHeadless, type }) => !isHeadless && type !== 'ExternalName'), network));
