import type { Check, Problem } from '../check';
import { hostPortsOf, type HostPort } from './host-ports';
import { fieldAt, textAt } from '../../kube/field';
import { groupedBy } from '../../model/grouped-by';
import type { WorkloadNode } from '../../model/workload-node';

/** A Deployment takes a port of its node, and cannot have two Pods there. */
export const hostportReplicas: Check = {
  name: 'hostport-replicas',
  severity: 'warning',
  summary: 'A Deployment takes a port of its node, and starts new Pods before it stops old ones, or has several.',
  why: 'a port of a node belongs to one Pod: without a further node that has it free, the new Pod stays Pending and the rollout never ends',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
  * run(network) {
    for (const [workload, ports] of groupedBy(hostPortsOf(network), (port) => port.workload)) {
      const problem = workload.kind === 'Deployment' ? problemOf(workload, ports) : undefined;
      if (problem) yield problem;
    }
  },
};

function problemOf(workload: WorkloadNode, ports: readonly HostPort[]): Problem | undefined {
  const { replicas } = workload;
  if (!replicas) return undefined;
  if (stopsNoneFirst(workload, replicas)) return stuck(workload, replicas, ports);
  return replicas > 1 ? crowded(workload, replicas, ports) : undefined;
}

function stuck(workload: WorkloadNode, replicas: number, [{ hostPort, protocol }]: readonly HostPort[]): Problem {
  return {
    object: workload,
    path: ['spec', 'strategy'],
    fact: `takes port ${hostPort}/${protocol} of its node with ${replicas} ${replicas === 1 ? 'replica' : 'replicas'} and starts a new Pod before it stops an old one: a rollout needs ${replicas + 1} nodes`,
    fix: 'write strategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } }',
  };
}

function crowded(workload: WorkloadNode, replicas: number, [{ path, hostPort, protocol }]: readonly HostPort[]): Problem {
  return {
    object: workload,
    path,
    severity: 'info',
    fact: `takes port ${hostPort}/${protocol} of its node with ${replicas} replicas: it needs ${replicas} nodes`,
    why: 'a port of a node belongs to one Pod: replicas without a node of their own stay Pending',
    fix: 'make it a DaemonSet, or publish the port by a Service',
  };
}

/** Whether a rollout may not stop a Pod before its successor runs. */
function stopsNoneFirst({ object }: WorkloadNode, replicas: number): boolean {
  const type = textAt(object, 'spec', 'strategy', 'type') ?? 'RollingUpdate';
  const bound = (field: string) => fieldAt(object, 'spec', 'strategy', 'rollingUpdate', field) ?? '25%';
  return type === 'RollingUpdate' && ![0, '0%'].includes(bound('maxSurge') as number | string) && isNone(bound('maxUnavailable'), replicas);
}

/** A share of the replicas is rounded down. */
function isNone(maxUnavailable: unknown, replicas: number): boolean {
  const share = /^(\d+)%$/.exec(String(maxUnavailable))?.[1];
  return share === undefined ? maxUnavailable === 0 : Math.floor((replicas * Number(share)) / 100) === 0;
}
