import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { portsDeclared } from '../declared-ports';

const SHOWN = 3;
const PORTS_SHOWN = 6;

/** `Deployment shop/a, Deployment shop/b and 4 more` */
export function listed(workloads: readonly WorkloadNode[]): string {
  return joined(workloads.map(nodeText));
}

/** `Deployment shop/a declares 80/TCP and Deployment shop/b 9000/TCP` */
export function listedWithPorts(workloads: readonly WorkloadNode[]): string {
  return joined(workloads.map((workload, index) => `${nodeText(workload)} ${index === 0 ? 'declares ' : ''}${portsOf(workload)}`));
}

/** What the finding is about, of many workloads the first ones. */
export function shownOf(...groups: ReadonlyArray<readonly WorkloadNode[]>): WorkloadNode[] {
  return groups.flatMap((group) => group.slice(0, SHOWN));
}

/** `a, b and c`; more than a few are counted. */
export function joined(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0];
  const shown = texts.length > SHOWN ? [...texts.slice(0, SHOWN), `${texts.length - SHOWN} more`] : texts;
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

function portsOf(workload: WorkloadNode): string {
  const ports = [...new Set(portsDeclared(workload).map(({ containerPort, protocol }) => `${containerPort}/${protocol}`))];
  return ports.length > PORTS_SHOWN ? `${ports.slice(0, PORTS_SHOWN).join(' and ')} ...` : ports.join(' and ');
}
