import { freeServiceName, governedByService, selectorText, setServiceNameText } from './governed-sets';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { catches } from '../../model/pod-labels';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';
import { declaring, portsDeclared } from '../declared-ports';

/** One name for the Pods of two programs. */
export const stsServiceShared: Check = {
  name: 'sts-service-shared',
  severity: 'warning',
  summary: 'Two StatefulSets share a governing Service whose port only one of them has.',
  why: 'the name of the Service resolves to the Pods of both, and a client that takes one of the addresses may reach a Pod that does not listen',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  * run(network) {
    for (const [service, governed] of governedByService(network)) {
      if (service?.selector && service.isHeadless && governed.length > 1) yield* problemsOf(service, governed.map(({ set }) => set), network);
    }
  },
};

function* problemsOf(service: ServiceNode, sets: readonly WorkloadNode[], network: Network): Iterable<Problem> {
  const selected = sets.filter((set) => catches(service.selector ?? {}, set) && portsDeclared(set).length > 0);
  for (const port of service.ports) {
    const listening = selected.find((set) => declaring(set, port));
    const silent = listening && selected.find((set) => !declaring(set, port));
    if (!listening || !silent) continue;
    const name = freeServiceName(silent.name, silent.namespace, network);
    yield {
      object: silent,
      path: ['spec', 'serviceName'],
      fact: `shares the governing Service "${service.name}" with ${nodeText(listening)}, but only the latter listens on its port ${servicePortText(port)}; the Pods here declare ${portsText(silent)}`,
      fix: `make a headless Service ${name} with selector: ${selectorText(silent)}, and ${setServiceNameText(name)}`,
      related: [service, listening],
    };
  }
}

function portsText(workload: WorkloadNode): string {
  return portsDeclared(workload).map(({ containerPort, protocol }) => `${containerPort}/${protocol}`).join(', ');
}
