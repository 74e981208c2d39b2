import type { Check } from '../check';
import { diagnosed } from './no-pods';
import { labelsText } from '../../model/known-labels';
import { nodeText } from '../../model/object-node';

/** The Pods are next door. */
export const svcSelectorOtherNamespace: Check = {
  name: 'svc-selector-other-namespace',
  severity: 'error',
  summary: 'The Pods that a Service selects exist in another namespace only.',
  why: 'a Service selects Pods of its own namespace only; without one it has no endpoints and refuses all connections',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  * run(network) {
    for (const { service, workload, isServed, severity } of diagnosed('other namespace', network)) {
      if (!service.isNamespaceGiven || !workload.isNamespaceGiven) continue;
      yield {
        object: service,
        path: ['metadata', 'namespace'],
        fact: `selects ${labelsText(service.selector ?? {})}, which in namespace ${service.namespace} no Pods carry, but those of ${nodeText(workload)} do${isServed ? '; there is no Service of this name beside them' : ', which no Service selects'}`,
        fix: `make it metadata.namespace: ${workload.namespace}`,
        severity,
        related: [workload],
      };
    }
  },
};
