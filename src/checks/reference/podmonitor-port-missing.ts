import { monitorsOf, portNameOf, type MonitorNode } from './monitors';
import { operatorOver } from './operator-over';
import { isPlaceholder } from '../../kube/placeholder';
import { workloadsSelected } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { similarName } from '../../values/similar-name';
import type { Check, Verdict } from '../check';
import { portsDeclared } from '../declared-ports';

/** A PodMonitor names a port that none of its Pods has. */
export const podmonitorPortMissing: Check = {
  name: 'podmonitor-port-missing',
  severity: 'warning',
  summary: 'A PodMonitor scrapes a port by a name that no container port of its Pods has.',
  why: 'Prometheus keeps targets by the name of the container port: it drops all of them',
  see: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMetricsEndpoint',
  * run(network) {
    for (const monitor of monitorsOf('PodMonitor', network)) {
      const workloads = selectedBy(monitor, network);
      if (workloads.length > 0 && workloads.every(isReadable)) yield* verdictsOn(monitor, workloads, operatorOver(monitor, network));
    }
  },
};

function selectedBy({ selector, namespaces }: MonitorNode, network: Network): WorkloadNode[] {
  const places = namespaces ?? new Set(network.workloads.map(({ namespace }) => namespace));
  return [...places].flatMap((namespace) => workloadsSelected(selector, namespace, network)).filter(({ isShortLived }) => !isShortLived);
}

function isReadable(workload: WorkloadNode): boolean {
  return !isForeignKind(workload) && !portsDeclared(workload).some(({ name }) => isPlaceholder(name));
}

function* verdictsOn({ node, endpoints }: MonitorNode, workloads: readonly WorkloadNode[], operator?: ObjectNode): Iterable<Verdict> {
  for (const endpoint of endpoints) {
    const wanted = portNameOf(endpoint);
    if (wanted === undefined || workloads.some((workload) => portsDeclared(workload).some(({ name }) => name === wanted))) continue;
    if (operator) {
      yield { object: node, cannotTell: `the operator of ${nodeText(operator)} may make Pods with the port "${wanted}"` };
      continue;
    }
    const shown = workloads.slice(0, 3).map((workload) => `${nodeText(workload)} has ${portsText(workload)}`).join('; ');
    yield {
      object: node,
      path: [...endpoint.path, 'port'],
      fact: `scrapes the port "${wanted}", but ${shown}${workloads.length > 3 ? `; ${workloads.length - 3} more have none of that name` : ''}`,
      fix: fixFor(wanted, workloads),
      related: workloads.slice(0, 3),
    };
  }
}

function portsText(workload: WorkloadNode): string {
  return portsDeclared(workload).map(({ name, containerPort }) => (name ? `"${name}" ${containerPort}` : `${containerPort} without a name`)).join(', ') || 'no ports';
}

function fixFor(wanted: string, workloads: readonly WorkloadNode[]): string {
  const ports = workloads.flatMap(portsDeclared);
  const names = [...new Set(ports.flatMap(({ name }) => name ?? []))];
  const numbered = ports.find(({ containerPort }) => String(containerPort) === wanted);
  const meant = numbered?.name ?? similarName(wanted, names) ?? (ports.length === 1 ? ports[0].name : undefined);
  if (meant) return `write port: ${meant}`;
  return `add name: ${/^\d+$/.test(wanted) ? 'metrics' : wanted} to the container port of ${nodeText(workloads[0])} that serves the metrics${names.length > 0 ? `, or write port: ${names.join(' or ')}` : ''}`;
}
