import { recordAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ObjectNode } from '../../model/object-node';
import { parseLabelValue, parseQualifiedName } from '../../values/label';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';
import { faultProblem } from '../fault-problem';
import { labelPlaces, oddlyLabelled } from '../odd-labels';

/** A label or a selector has a key or value that no label can have. */
export const labelInvalid: Check = {
  name: 'label-invalid',
  severity: 'error',
  summary: 'A label, of an object, a Pod template or a selector, has a key or a value that labels cannot have.',
  why: 'the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  * run(network) {
    for (const node of oddlyLabelled(network)) yield* problemsOf(node, labelPlaces(node));
  },
};

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
