import type { Check, Problem } from '../check';
import { hostPortsOf, type HostPort } from './host-ports';
import { groupedBy } from '../../model/grouped-by';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';

/** Two Pods of one node want one of its ports. */
export const hostportCollision: Check = {
  name: 'hostport-collision',
  severity: 'error',
  summary: 'A DaemonSet and another workload take the same port of their nodes, or two containers of one Pod do.',
  why: 'a port of a node belongs to one Pod: the scheduler finds no node with a free port, and the second Pod stays Pending',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  isClusterWide: true,
  * run(network) {
    for (const users of groupedBy(hostPortsOf(network), ({ hostPort, protocol }) => `${hostPort}/${protocol}`).values()) {
      const daemons = users.filter(({ workload }) => workload.kind === 'DaemonSet').slice(0, ENOUGH);
      const told = new Set<WorkloadNode>();
      for (const [workload, [user, ...others]] of groupedBy(users, (port) => port.workload)) {
        const daemon = daemons.find((other) => !told.has(other.workload) && meets(other, user));
        const twin = others.find(({ hostIp }) => hostIp === user.hostIp);
        if (twin) yield inOnePod(user, twin);
        else if (daemon) yield onOneNode(user, daemon);
        else continue;
        told.add(workload);
      }
    }
  },
};

/** One answer is asked for, not all. */
const ENOUGH = 10;

/** Whether the node of a Pod certainly has a Pod of the DaemonSet. */
function meets(daemon: HostPort, { workload, hostIp }: HostPort): boolean {
  const isOther = workload !== daemon.workload && nodeText(workload) !== nodeText(daemon.workload);
  const isOneAddress = hostIp === undefined || daemon.hostIp === undefined || hostIp === daemon.hostIp;
  return isOther && isOneAddress && workload.replicas !== 0 && goesEverywhere(daemon.workload, workload);
}

/** A DaemonSet without restrictions, or with those of the other workload, that tolerates whatever the other does. */
function goesEverywhere(daemon: WorkloadNode, other: WorkloadNode): boolean {
  const isFree = ['nodeSelector', 'affinity', 'nodeName'].every((field) => {
    const wanted = daemon.podSpec[field];
    return wanted === undefined || wanted === null || JSON.stringify(wanted) === JSON.stringify(other.podSpec[field]);
  });
  const tolerated = new Set(tolerationsOf(daemon));
  return isFree && (tolerated.has(EVERYTHING) || tolerationsOf(other).every((toleration) => tolerated.has(toleration)));
}

const EVERYTHING = JSON.stringify({ operator: 'Exists' });

function tolerationsOf({ podSpec }: WorkloadNode): string[] {
  return Array.isArray(podSpec.tolerations) ? podSpec.tolerations.map((toleration) => JSON.stringify(toleration)) : [];
}

function inOnePod({ workload, hostPort, protocol, path, container }: HostPort, twin: HostPort): Problem {
  return {
    object: workload,
    path: twin.path,
    fact: `takes port ${hostPort}/${protocol} of its node twice, in container ${container}${twin.container === container ? '' : ` and in ${twin.container}`}`,
    why: 'the API server refuses a Pod that takes a port of its node twice',
    fix: `remove ${path.slice(-1)[0]} from one of them, or write another number`,
  };
}

function onOneNode({ workload, hostPort, protocol, path, isHostNetwork }: HostPort, daemon: HostPort): Problem {
  return {
    object: workload,
    path,
    fact: `takes port ${hostPort}/${protocol} of its node${isHostNetwork ? ' by hostNetwork' : ''}, as ${nodeText(daemon.workload)} does on every node`,
    fix: `let one of them take another port than ${hostPort}, or keep them on different nodes by nodeSelector`,
    related: [daemon.workload],
  };
}
