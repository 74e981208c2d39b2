import { recordsAt } from './fields-at';
import { knownFieldsOf, type KnownFields } from './known-fields';
import type { ObjectNode } from '../../model/object-node';
import { gatesToOpen } from '../../values/capabilities';
import { capabilityFault } from '../../values/capability-fault';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { Check, Problem } from '../check';

/** A field of a Service or of endpoints comes with a later version than the target. */
export const fieldNewerThanTarget: Check = {
  name: 'field-newer-than-target',
  severity: 'error',
  summary: 'A Service, Endpoints or EndpointSlice has a field that the target version does not have yet, or only behind a feature gate.',
  why: 'the API server of the target drops the field silently, or kubectl refuses the object',
  see: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  * run(network) {
    for (const node of network.objects) {
      for (const known of knownFieldsOf(node) ?? []) {
        if (known.since) yield* problemsOf(node, known, network.circumstances.version);
      }
    }
  },
};

function* problemsOf(node: ObjectNode, { place, since = {} }: KnownFields, version: KubernetesVersion): Iterable<Problem> {
  for (const [field, capability] of Object.entries(since)) {
    const fault = capabilityFault(capability, version, 'remove it');
    if (!fault) continue;
    // An operator may have opened the gate.
    const certainty = gatesToOpen(capability, version).length > 0 ? { severity: 'warning' as const } : {};
    for (const { record, path } of recordsAt(node.object, place)) {
      if (!Object.hasOwn(record, field)) continue;
      const { why, fix } = fault;
      yield { object: node, path: [...path, field], fact: `has the field ${field}, which does not work on the target, Kubernetes ${version}`, why, fix, ...certainty };
    }
  }
}
