import { isPlaceholder } from '../../kube/placeholder';
import { isControllerLabel } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { isVolatileLabel } from '../selector/volatile-labels';

type Workloads = readonly WorkloadNode[];

/** A label that all of some workloads carry and none of the others, and that the selector does not ask for yet. */
export function tellingLabel({ selector = {} }: ServiceNode, these: Workloads, others: Workloads): Readonly<Record<string, string>> | undefined {
  const labels = Object.entries(these[0].podLabels).filter(([key, value]) => !Object.hasOwn(selector, key) && isLasting(key, value)
    && these.every(({ podLabels }) => podLabels[key] === value) && others.every(({ podLabels }) => podLabels[key] !== value));
  const [found] = labels.sort(([a], [b]) => rank(a) - rank(b));
  return found && Object.fromEntries([found]);
}

function isLasting(key: string, value: string): boolean {
  return !isControllerLabel(key) && !isVolatileLabel(key, value) && !isPlaceholder(value);
}

const PREFERRED = ['app.kubernetes.io/component', 'component', 'app.kubernetes.io/name', 'tier', 'app', 'app.kubernetes.io/instance'];

function rank(key: string): number {
  return PREFERRED.includes(key) ? PREFERRED.indexOf(key) : PREFERRED.length;
}
