import type { Check } from '../check';
import { diagnosed } from './no-pods';
import { labelsText } from '../../model/known-labels';
import { nodeText, type ObjectNode } from '../../model/object-node';

/** One of them says where it belongs, the other leaves it to whoever applies it. */
export const svcNamespaceImplicitMismatch: Check = {
  name: 'svc-namespace-implicit-mismatch',
  severity: 'warning',
  summary: 'A Service and the Pods that it selects are in one namespace only if someone applies them there: one of them names none.',
  why: 'an object without metadata.namespace lands in the namespace of kubectl apply, and a Service selects Pods of its own namespace only',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  * run(network) {
    for (const { service, workload } of diagnosed('other namespace', network)) {
      if (service.isNamespaceGiven && workload.isNamespaceGiven) continue;
      const [silent, given] = service.isNamespaceGiven ? [workload, service] : [service, workload];
      yield {
        object: service,
        path: service.isNamespaceGiven ? ['metadata', 'namespace'] : ['metadata'],
        fact: `${service.isNamespaceGiven ? `is in namespace ${service.namespace}` : 'names no namespace'}, while ${nodeText(workload)}, whose labels `
          + `${labelsText(service.selector ?? {})} it selects, ${workload.isNamespaceGiven ? `is in namespace ${workload.namespace}` : 'names none'}`,
        fix: `add metadata.namespace: ${given.namespace} to ${nameOf(silent)}`,
        related: [workload],
      };
    }
  },
};

function nameOf({ kind, name }: ObjectNode): string {
  return `${kind} ${name}`;
}
