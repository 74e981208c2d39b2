import type { Check, Problem } from '../check';
import { contestsIn, type Contest } from './competitors';
import { portsText } from './ports-text';
import { joined, shownOf } from './workload-list';
import { textAt } from '../../kube/field';
import { nodeText } from '../../model/object-node';
import type { ServicePortNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { declaring } from '../declared-ports';

/** One name, several numbers. */
export const namedPortNumberConflict: Check = {
  name: 'named-port-number-conflict',
  severity: 'warning',
  summary: 'A named targetPort is a different number in different workloads behind one Service.',
  why: 'Kubernetes looks the name up in each Pod, which works on Linux nodes; firewalls and network policies that name one number let only some of the Pods be reached',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const contest of contestsIn(network)) {
      for (const port of contest.service.ports) yield* problemOf(contest, port);
    }
  },
};

function* problemOf({ service, competitors }: Contest, port: ServicePortNode): Iterable<Problem> {
  const { targetPort, index } = port;
  if (typeof targetPort !== 'string') return;
  const firstByNumber = new Map<number, WorkloadNode>();
  for (const workload of competitors) {
    const number = declaring(workload, port)?.containerPort;
    if (number !== undefined && !firstByNumber.has(number)) firstByNumber.set(number, workload);
  }
  if (firstByNumber.size < 2) return;
  const [[common]] = firstByNumber;
  const windows = [...firstByNumber.values()].find(isOnWindows);
  yield {
    object: service,
    path: ['spec', 'ports', index, 'targetPort'],
    fact: `${portsText([port])} leads to the port "${targetPort}", which is ${joined([...firstByNumber].map(([number, workload]) => `${number} in ${nodeText(workload)}`))}`,
    fix: `let the servers listen on one number, for example ${common}, and name that "${targetPort}"${windows ? '' : '; leave it if no policy names a number'}`,
    related: shownOf([...firstByNumber.values()]),
    ...windows ? { why: `kube-proxy on Windows uses one number for all Pods of a Service port, and ${nodeText(windows)} runs there` } : { severity: 'info' },
  };
}

function isOnWindows({ podSpec }: WorkloadNode): boolean {
  return textAt(podSpec, 'os', 'name') === 'windows' || textAt(podSpec, 'nodeSelector', 'kubernetes.io/os') === 'windows';
}
