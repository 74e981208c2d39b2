import { recordAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ObjectNode } from '../../model/object-node';
import { isServiceNode } from '../../model/service-node';
import { isWorkloadNode } from '../../model/workload-node';
import { parseLabelValue, parseQualifiedName } from '../../values/label';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';
import { faultProblem } from '../fault-problem';

/** A label or a selector has a key or value that no label can have. */
export const labelInvalid: Check = {
  name: 'label-invalid',
  severity: 'error',
  summary: 'A label, of an object, a Pod template or a selector, has a key or a value that labels cannot have.',
  why: 'the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  * run({ objects }) {
    const usableKeys = new Set<string>();
    for (const node of objects) {
      const places = labelPlaces(node);
      if (!places.every((path) => areUsable(recordAt(node.object, ...path), usableKeys))) yield* problemsOf(node, places);
    }
  },
};

/** The places of labels in an object. */
function labelPlaces(node: ObjectNode): readonly FieldPath[] {
  if (isServiceNode(node)) return IN_SERVICE;
  if (!isWorkloadNode(node) || node.podSpecPath.length < 2) return IN_ANY;
  return [...IN_ANY, [...node.podSpecPath.slice(0, -1), 'metadata', 'labels'], ['spec', 'selector', 'matchLabels']];
}

const IN_ANY: readonly FieldPath[] = [['metadata', 'labels']];
const IN_SERVICE: readonly FieldPath[] = [...IN_ANY, ['spec', 'selector']];

/** Few keys make up the labels of many objects. */
function areUsable(labels: Readonly<Record<string, unknown>>, usableKeys: Set<string>): boolean {
  return Object.keys(labels).every((key) => {
    if (!usableKeys.has(key) && faultOf(parseQualifiedName, key)) return false;
    usableKeys.add(key);
    return faultOf(parseLabelValue, labels[key]) === undefined;
  });
}

/** Each wrong label once, wherever an object repeats it. */
function* problemsOf(node: ObjectNode, places: readonly FieldPath[]): Iterable<Problem> {
  const told = new Set<string>();
  for (const path of places) {
    for (const [key, value] of Object.entries(recordAt(node.object, ...path))) {
      if (typeof value !== 'string' || isPlaceholder(key) || isPlaceholder(value) || told.has(`${key}=${value}`)) continue;
      told.add(`${key}=${value}`);
      const keyFault = faultOf(parseQualifiedName, key);
      if (keyFault) yield faultProblem(node, [...path, key], 'has an unusable label key', keyFault);
      const valueFault = faultOf(parseLabelValue, value);
      if (valueFault) yield faultProblem(node, [...path, key], `has an unusable value of the label ${key}`, valueFault);
    }
  }
}
