import type { Check } from '../check';
import { differingLabels } from './differing-labels';
import { diagnosed } from './no-pods';
import { labelsText } from '../../model/known-labels';
import { nodeText } from '../../model/object-node';

/** The labels are there, one level too high. */
export const svcSelectorLabelNotInTemplate: Check = {
  name: 'svc-selector-label-not-in-template',
  severity: 'error',
  summary: 'A Service selects labels that a workload carries itself and does not give to its Pods.',
  why: 'a Service selects Pods, and they get the labels of spec.template.metadata only, not those of the Deployment; so it has no endpoints and refuses all connections',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template',
  * run(network) {
    for (const { service, workload } of diagnosed('own labels', network)) {
      const missing = labelsText(differingLabels(service, workload));
      yield {
        object: service,
        path: ['spec', 'selector', Object.keys(differingLabels(service, workload))[0]],
        fact: `selects ${missing}, which ${nodeText(workload)} has in metadata.labels and not in spec.template.metadata.labels: its Pods carry ${labelsText(workload.podLabels) || 'no labels'}`,
        fix: `add ${missing} to spec.template.metadata.labels of ${nodeText(workload)}`,
        related: [workload],
      };
    }
  },
};
