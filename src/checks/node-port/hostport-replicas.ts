import type { Check, Problem } from '../check';
import { hostPortsOf, type HostPort } from './host-ports';
import { fieldAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
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

function problemOf(workload: WorkloadNode, [{ path, hostPort, protocol }]: readonly HostPort[]): Problem | undefined {
  const { replicas } = workload;
  if (replicas === undefined || replicas === 0) return undefined;
  const isStuck = stopsNoneFirst(workload, replicas);
  if (!isStuck && replicas < 2) return undefined;
  return {
    object: workload,
    path: isStuck ? ['spec', 'strategy'] : path,
    fact: `takes port ${hostPort}/${protocol} of its node with ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}${isStuck ? ' and starts a new Pod before it stops an old one: a rollout' : ': it'} needs ${isStuck ? replicas + 1 : replicas} nodes`,
    fix: isStuck ? 'write strategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } }' : 'make it a DaemonSet, or publish the port by a Service',
    severity: isStuck ? 'warning' : 'info',
    ...(isStuck ? {} : { why: 'a port of a node belongs to one Pod: replicas without a node of their own stay Pending' }),
  };
}

/** Whether a rollout may not stop a Pod before its successor runs: a share of the replicas is rounded down. */
function stopsNoneFirst({ object }: WorkloadNode, replicas: number): boolean {
  const type = textAt(object, 'spec', 'strategy', 'type');
  if (type !== undefined && type !== 'RollingUpdate') return false;
  const given = fieldAt(object, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%';
  const surge = fieldAt(object, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%';
  if (isPlaceholder(given) || isPlaceholder(surge) || surge === 0 || surge === '0%') return false;
  const share = /^(\d+)%$/.exec(String(given))?.[1];
  return share === undefined ? given === 0 : Math.floor((replicas * Number(share)) / 100) === 0;
}
