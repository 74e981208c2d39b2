import type { Network } from './network';
import { podsCaught } from './pod-labels';
import type { ServiceNode, ServicePortNode } from './service-node';
import { isForeignKind, type WorkloadNode } from './workload-node';
import { isPlaceholder } from '../kube/placeholder';

/** What the Pods of a workload do with connections to a Service port. */
export interface EndpointGroup {
  readonly workload: WorkloadNode;
  /** How many Pods; absent where nothing says. */
  readonly pods?: number;
  readonly outcome: EndpointOutcome;
  /** The port that the Pods are connected to; absent where a name is looked up in vain. */
  readonly targetPort?: number;
}

/**
 * A Pod answers where it declares the port. It is no endpoint where it lacks the name. A number that it does not declare is
 * refused where other Pods behind the same port declare it; where nobody does, a server may listen all the same, and nothing
 * is known.
 */
export type EndpointOutcome = 'answers' | 'refuses' | 'no endpoint' | 'unknown';

/** The Pods behind a Service port, a group for each workload. */
export function endpointGroups(network: Network, service: ServiceNode, port: ServicePortNode): EndpointGroup[] {
  // Clients of a headless Service connect to the Pods themselves: nothing maps the port.
  const target = service.isHeadless ? port.port : port.targetPort;
  const groups = network.workloadsBehind(service).map((workload): EndpointGroup => (
    { ...targetIn(workload, target, port.protocol), workload, pods: podsCaught(service.selector ?? {}, workload) }));
  const isDeclared = groups.some(({ outcome }) => outcome === 'answers');
  return isDeclared ? groups : groups.map((group) => group.outcome === 'refuses' ? { ...group, outcome: 'unknown' } : group);
}

function targetIn(workload: WorkloadNode, target: number | string | undefined, protocol: string): Pick<EndpointGroup, 'outcome' | 'targetPort'> {
  const declared = workload.servingPorts.filter((candidate) => candidate.protocol === protocol);
  const found = declared.find(({ name, containerPort }) => target === (typeof target === 'string' ? name : containerPort));
  const targetPort = found?.containerPort ?? (typeof target === 'number' ? target : undefined);
  if (found) return { outcome: 'answers', targetPort };
  if (isUncertain(workload) || isPlaceholder(target) || target === undefined) return { outcome: 'unknown', targetPort };
  if (typeof target === 'string') return { outcome: 'no endpoint' };
  return { outcome: workload.servingPorts.length > 0 ? 'refuses' : 'unknown', targetPort };
}

/** Whether its Pods may have ports that the manifest does not show, or may not run at all at the time. */
function isUncertain(workload: WorkloadNode): boolean {
  return isForeignKind(workload) || workload.isShortLived || workload.containers.some(({ hasUnknownPorts }) => hasUnknownPorts);
}
