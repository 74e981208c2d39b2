import type { Check } from '../check';
import { differingLabels } from './differing-labels';
import { diagnosed, doubtAbout } from './no-pods';
import { labelsText } from '../../model/known-labels';
import { nodeText } from '../../model/object-node';

/** Nothing is behind the Service. */
export const svcSelectorNoMatch: Check = {
  name: 'svc-selector-no-match',
  severity: 'error',
  summary: 'The selector of a Service matches no Pod template of its namespace.',
  why: 'a Service sends only to Pods that carry every label of its selector; without one it has no endpoints and refuses all connections',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices',
  * run(network) {
    for (const { service, workload, isNamesake } of diagnosed('no match', network)) {
      const wanted = labelsText(service.selector ?? {});
      const differing = labelsText(differingLabels(service, workload));
      yield {
        object: service,
        path: ['spec', 'selector'],
        fact: `selects ${wanted}, which no Pods in namespace ${service.namespace} carry: ${isNamesake ? `${nodeText(workload)}, which no Service selects,` : `the nearest, ${nodeText(workload)},`} has ${labelsText(workload.podLabels) || 'no labels'}`,
        fix: isNamesake ? `add ${differing} to the labels in spec.template of ${nodeText(workload)}, or make the selector ${labelsText(workload.podLabels) || 'its labels'}`
          : `add the workload whose Pods carry ${wanted}, or remove the Service`,
        related: [workload],
        severity: isNamesake ? 'error' : 'warning',
      };
    }
  },
  * doubts(network) {
    for (const { service } of diagnosed('unknown', network)) yield { object: service, cannotTell: () => doubtAbout(service, network) };
  },
};
