import { selectingServices } from './no-pods';
import { labelsText } from '../../model/known-labels';
import type { Network } from '../../model/network';
import { isHelmHook } from '../../model/object-node';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';
import { arePortsKnown, declaring } from '../declared-ports';
import { tellingLabel } from '../overlap/telling-label';
import { listed, shownOf } from '../overlap/workload-list';

/** Pods that end are no servers. */
export const svcSelectorOnlyJobPods: Check = {
  name: 'svc-selector-only-job-pods',
  severity: 'warning',
  summary: 'A Service selects the Pods of a Job, CronJob or Helm hook, which do not declare its port, alone or beside those of a server.',
  why: 'while such a Pod runs it counts as ready and gets its share of the connections, which it refuses; when it ends its endpoint is gone',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  * run(network) {
    for (const service of selectingServices(network)) {
      if (service.isHeadless || !network.workloadsBehind(service).some(({ isShortLived }) => isShortLived)) continue;
      const servers = network.workloadsBehind(service).filter(({ isShortLived }) => !isShortLived);
      yield* servers.length > 0 ? jobsBeside(servers, service, network) : jobsAlone(service, network);
    }
  },
};

function* jobsAlone(service: ServiceNode, network: Network): Iterable<Problem> {
  const jobs = network.workloadsBehind(service);
  const [port] = service.ports;
  if (!port || jobs.length === 0 || jobs.some((job) => maySay(job, port))) return;
  const labels = labelsText(service.selector ?? {});
  yield {
    object: service,
    path: ['spec', 'selector'],
    fact: `selects ${labels}, which no Pods carry but those of ${listed(jobs)}; ${jobs.length === 1 ? 'it does' : 'they do'} not declare ${target(port)}`,
    fix: `select the labels of the server instead of ${labels}`,
    related: shownOf(jobs),
  };
}

/** A name is looked up in each Pod, so only a number leads to those of a Job. */
function* jobsBeside(servers: readonly WorkloadNode[], service: ServiceNode, network: Network): Iterable<Problem> {
  const port = service.ports.find(({ targetPort }) => typeof targetPort === 'number');
  if (!port || servers.some(isForeignKind)) return;
  const jobs = network.workloadsBehind(service).filter((workload) => workload.isShortLived && !isHelmHook(workload) && !maySay(workload, port));
  if (jobs.length === 0) return;
  const label = tellingLabel(service, servers, jobs);
  const labels = labelsText(service.selector ?? {});
  const whose = `${listed(jobs)} ${jobs.length === 1 ? 'gives its Pods, too; it does' : 'give their Pods, too; they do'}`;
  yield {
    object: service,
    path: ['spec', 'selector'],
    fact: `is for ${listed(servers)} and selects ${labels}, which ${whose} not declare ${target(port)}`,
    fix: label ? `add ${labelsText(label)} to spec.selector` : `give the Pods of ${listed(jobs)} other labels than ${labels}`,
    related: shownOf(servers, jobs),
  };
}

/** Whether the Pods declare the port, may do so, or say when they are ready, which means that they expect connections. */
function maySay(workload: WorkloadNode, port: ServicePortNode): boolean {
  return declaring(workload, port) !== undefined || !arePortsKnown(workload) || workload.containers.some(({ object }) => hasReadinessProbe(object));
}

function hasReadinessProbe(container: unknown): boolean {
  return typeof container === 'object' && container !== null && 'readinessProbe' in container;
}

function target({ targetPort, protocol }: ServicePortNode): string {
  return `${targetPort ?? 'a port'}/${protocol}`;
}
