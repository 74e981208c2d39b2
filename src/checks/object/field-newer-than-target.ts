import { recordsAt } from './fields-at';
import { knownFieldsOf, type KnownFields } from './known-fields';
import type { ObjectNode } from '../../model/object-node';
import type { Fault } from '../../problems/problem';
import { gatesToOpen, type CapabilityName } from '../../values/capabilities';
import { capabilityFault } from '../../values/capability-fault';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { Check, Problem } from '../check';

/** A field of a Service, of endpoints or of a sidecar comes with a later version than the target. */
export const fieldNewerThanTarget: Check = {
  name: 'field-newer-than-target',
  severity: 'error',
  summary: 'A Service, Endpoints, EndpointSlice or sidecar container has a field that the target version does not have yet, or only behind a feature gate.',
  why: 'the API server of the target drops the field silently, or kubectl refuses the object',
  see: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  * run(network) {
    const { version } = network.circumstances;
    const newer = (known: KnownFields) => newerFields(known, version);
    for (const node of network.ofKinds((kind) => (knownFieldsOf(kind) ?? []).some((known) => newer(known).length > 0))) {
      for (const known of knownFieldsOf(node) ?? []) yield* problemsOf(node, known, version);
    }
  },
};

interface NewerField {
  readonly field: string;
  readonly capability: CapabilityName;
  readonly fault: Fault;
}

function newerFields({ since = {} }: KnownFields, version: KubernetesVersion): NewerField[] {
  return Object.entries(since).flatMap(([field, capability]) => {
    const fault = capabilityFault(capability, version, 'remove it');
    return fault ? [{ field, capability, fault }] : [];
  });
}

function* problemsOf(node: ObjectNode, known: KnownFields, version: KubernetesVersion): Iterable<Problem> {
  for (const { field, capability, fault: { why, fix } } of newerFields(known, version)) {
    // An operator may have opened the gate.
    const certainty = gatesToOpen(capability, version).length > 0 ? { severity: 'warning' as const } : {};
    for (const { record, path } of recordsAt(node.object, known.place)) {
      if (!Object.hasOwn(record, field)) continue;
      yield { object: node, path: [...path, field], fact: `has the field ${field}, which does not work on the target, Kubernetes ${version}`, why, fix, ...certainty };
    }
  }
}
