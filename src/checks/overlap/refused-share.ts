import { isAutoscaled } from './autoscaled';
import type { PortSplit } from './port-split';
import { fieldAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { isControllerLabel } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';

/** `: 3 of 4 Pods refuse, 75 % of all connections`; empty where the manifests do not say how many Pods there are. */
export function refusedShare({ service, silent, competitors, ports }: PortSplit, network: Network): string {
  if (Object.keys(service.selector ?? {}).some(isControllerLabel)) return '';
  const refusing = podsOf(silent, network);
  const total = podsOf(competitors, network);
  if (refusing === undefined || total === undefined) return '';
  const verb = verbFor(ports, refusing);
  const share = isSpreadEvenly(service) ? `, ${Math.round((refusing / total) * 100)} % of all ${unitOf(service)}` : '';
  return `: ${refusing} of ${total} Pods ${verb}${share}`;
}

// Nobody refuses a datagram.
function verbFor(ports: PortSplit['ports'], pods: number): string {
  if (ports.some(({ protocol }) => protocol === 'UDP')) return pods === 1 ? 'does not answer' : 'do not answer';
  return pods === 1 ? 'refuses' : 'refuse';
}

function podsOf(workloads: readonly WorkloadNode[], network: Network): number | undefined {
  const counts = workloads.map((workload) => isAutoscaled(workload, network) ? undefined : workload.replicas);
  return counts.includes(undefined) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function isSpreadEvenly({ object, annotations, isHeadless }: ServiceNode): boolean {
  const isLocal = ['internalTrafficPolicy', 'externalTrafficPolicy'].some((policy) => fieldAt(object, 'spec', policy) === 'Local');
  const prefersNear = fieldAt(object, 'spec', 'trafficDistribution') !== undefined || fieldAt(object, 'spec', 'topologyKeys') !== undefined
    || Object.keys(annotations).some((key) => key.startsWith('service.kubernetes.io/topology-'));
  return !isHeadless && !isLocal && !prefersNear;
}

// https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
function unitOf({ object }: ServiceNode): string {
  return fieldAt(object, 'spec', 'sessionAffinity') === 'ClientIP' ? 'clients' : 'connections';
}
