import type { Check } from '../check';
import { numberOf } from './probed-port';
import { probesOf } from './probes';
import { servedPorts } from './served-ports';
import { fieldAt, recordAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { arePortsKnown } from '../declared-ports';

/** A readiness probe that does not look at what is served. */
export const readinessChecksOtherPort: Check = {
  name: 'readiness-checks-other-port',
  severity: 'info',
  summary: 'The readiness probes of the Pods behind a Service connect to none of the ports that it sends to.',
  why: 'the Pod counts as ready as soon as the other port answers, also where nothing listens on the served one yet',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-readiness-probes',
  * run(network) {
    for (const [workload, ports] of servedPorts(network)) {
      const [served] = ports.filter(({ port }) => port.protocol === 'TCP');
      const probed = served && arePortsKnown(workload) ? readinessNumbers(workload) : [];
      if (probed.length === 0 || ports.some(({ number }) => probed.some((other) => other.number === number))) continue;
      const numbers = [...new Set(ports.map(({ number }) => number))];
      yield {
        object: workload,
        path: probed[0].path,
        fact: `is probed for readiness on ${probed.map(({ number }) => number).join(', ')}, and ${nodeText(served.service)} sends to ${numbers.join(', ')}`,
        fix: `probe the served port, for example port: ${numbers[0]}, unless the probed one answers only when the other listens`,
        related: [served.service],
      };
    }
  },
};

/** Nothing where a probe runs a command or cannot be read: what it looks at is not known. */
function readinessNumbers(workload: WorkloadNode) {
  const servers = workload.containers.map((container) => ({ workload, container }));
  if (servers.some(({ container }) => 'exec' in recordAt(container.object, 'readinessProbe') || typeof fieldAt(container.object, 'readinessProbe') === 'string')) return [];
  const numbers = servers.flatMap((server) => probesOf(server.container).filter(({ kind }) => kind === 'readinessProbe')
    .map((probe) => ({ path: probe.path, number: numberOf(probe, server) })));
  return numbers.every(isNumbered) ? numbers.filter(isNumbered) : [];
}

function isNumbered<T extends { readonly number: number | undefined }>(item: T): item is T & { readonly number: number } {
  return item.number !== undefined;
}
