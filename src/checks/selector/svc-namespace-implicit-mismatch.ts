import type { Check, Problem } from '../check';
import { diagnosed } from './no-pods';
import type { Elsewhere } from './other-namespace';
import { labelsText } from '../../model/known-labels';
import { nodeText, type ObjectNode } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';

/** One of them says where it belongs, the other leaves it to whoever applies it. */
export const svcNamespaceImplicitMismatch: Check = {
  name: 'svc-namespace-implicit-mismatch',
  severity: 'warning',
  summary: 'A Service and the Pods that it selects are in one namespace only if someone applies them there: one of them names none.',
  why: 'an object without metadata.namespace lands in the namespace of kubectl apply, and a Service selects Pods of its own namespace only',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  * run(network) {
    for (const diagnosis of diagnosed('other namespace', network)) {
      if (!diagnosis.service.isNamespaceGiven || !diagnosis.workload.isNamespaceGiven) yield problemOf(diagnosis);
    }
  },
};

function problemOf({ service, workload, isServed, severity }: Elsewhere & { readonly service: ServiceNode }): Problem {
  const [silent, given] = service.isNamespaceGiven ? [workload, service] : [service, workload];
  return {
    object: service,
    path: service.isNamespaceGiven ? ['metadata', 'namespace'] : ['metadata'],
    fact: `${service.isNamespaceGiven ? `is in namespace ${service.namespace}` : 'names no namespace'}, while ${nodeText(workload)}, whose labels `
      + `${labelsText(service.selector ?? {})} it selects, ${workload.isNamespaceGiven ? `is in namespace ${workload.namespace}` : 'names none'}`,
    fix: isServed && service.isNamespaceGiven ? `remove metadata.namespace, which the other Services of ${nodeText(workload)} do not name either`
      : `add metadata.namespace: ${given.namespace} to ${nameOf(silent)}`,
    severity: severity === 'info' ? 'info' : 'warning',
    related: [workload],
  };
}

function nameOf({ kind, name }: ObjectNode): string {
  return `${kind} ${name}`;
}
