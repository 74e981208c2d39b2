import { carries } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';

/** The labels that a Service asks for and the Pods of a workload do not carry. */
export function differingLabels({ selector = {} }: ServiceNode, workload: WorkloadNode): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(selector).filter(([key, value]) => !carries(workload, key, value)));
}
