import { recordAt, type FieldPath } from '../../kube/field';
import type { ObjectNode } from '../../model/object-node';
import { isServiceNode } from '../../model/service-node';
import { isForeignKind, isWorkloadNode, type WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';
import { oddlyLabelled } from '../odd-labels';

/** A label value that YAML does not read as text. */
export const svcSelectorNonString: Check = {
  name: 'svc-selector-non-string',
  severity: 'error',
  summary: 'A label, or the value that a selector asks for, is a number, a boolean, a list or a map.',
  why: 'labels are text: the API server cannot decode the object and refuses it',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  * run(network) {
    const objects = [...oddlyLabelled(network)];
    for (const object of objects) yield* problemsIn(object, ['metadata', 'labels']);
    for (const service of objects.filter(isServiceNode)) yield* problemsIn(service, ['spec', 'selector']);
    for (const workload of objects.filter(isWorkloadNode).filter((candidate) => candidate.kind !== 'Pod' && !isForeignKind(candidate))) {
      for (const path of labelMapsOf(workload)) yield* problemsIn(workload, path);
    }
  },
};

function labelMapsOf({ kind, podSpecPath }: WorkloadNode): FieldPath[] {
  const selector = kind === 'ReplicationController' ? ['spec', 'selector'] : ['spec', 'selector', 'matchLabels'];
  return [selector, [...podSpecPath.slice(0, -1), 'metadata', 'labels']];
}

function* problemsIn(node: ObjectNode, path: FieldPath): Iterable<Problem> {
  for (const [key, value] of Object.entries(recordAt(node.object, ...path))) {
    // null is an empty value.
    if (typeof value === 'string' || value === null || value === undefined) continue;
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    yield {
      object: node,
      path: [...path, key],
      fact: `has the label ${key} with ${isScalar ? `the ${typeof value} ${String(value)}` : `a ${Array.isArray(value) ? 'list' : 'map'}`}`,
      fix: isScalar ? `quote the value as it is to be read, for example ${key}: "${String(value)}"` : `give ${key} one text, for example ${key}: "true"`,
    };
  }
}
