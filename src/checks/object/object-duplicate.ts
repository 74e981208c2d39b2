import { differenceBetween } from './difference';
import { isClusterScoped } from '../../kube/cluster-scoped';
import { asRecord, asText, pathText } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import { isPlaceholder } from '../../kube/placeholder';
import { areAppliedTogether } from '../../model/applied-together';
import { groupOf, isHelmHook, type ObjectNode } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** Two objects have the same kind, namespace and name. */
export const objectDuplicate: Check = {
  name: 'object-duplicate',
  severity: 'error',
  summary: 'Two objects of the input have the same kind, namespace and name.',
  why: 'they are one object to Kubernetes: the one that is applied last replaces the other',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  * run({ objects }) {
    const byPlace = new Map<string, Map<string, ObjectNode>>();
    for (const node of objects) {
      const name = asText(asRecord(node.object.metadata).name);
      if (name === undefined) continue;
      const place = `${groupOf(node)}/${node.kind} ${isClusterScoped(node) ? '' : node.namespace}`;
      const seen = byPlace.get(place) ?? new Map<string, ObjectNode>();
      byPlace.set(place, seen);
      const first = seen.get(name);
      if (!first || isHelmHook(first)) seen.set(name, node);
      else if (![name, node.namespace].some(isPlaceholder) && !isHelmHook(node)) yield problemOf(first, node);
    }
  },
};

function problemOf(first: ObjectNode, second: ObjectNode): Problem {
  const difference = differenceBetween(inNamespace(first), inNamespace(second));
  return {
    object: second,
    path: ['metadata', 'name'],
    fact: difference
      ? `is there twice; this one has ${difference.second} as ${pathText(difference.path)}, the first has ${difference.first}`
      : 'is there twice, word for word',
    fix: difference ? `merge the two, or rename this one, for example to ${second.name}-2` : 'remove this one',
    related: [first],
    ...difference ? certaintyOf(first, second) : { severity: 'info', why: 'nothing is lost as long as both stay the same' },
  };
}

/** The object with its namespace written out. */
function inNamespace({ object, namespace }: ObjectNode): KubeObject {
  return { ...object, metadata: { ...object.metadata, namespace } };
}

/** Not all is applied together: files and charts may be variants, and objects without a namespace go where kubectl is told. */
function certaintyOf(first: ObjectNode, second: ObjectNode): Pick<Problem, 'severity' | 'why'> {
  const isTogether = areAppliedTogether(first, second);
  const isOneNamespace = isClusterScoped(first) || first.isNamespaceGiven === second.isNamespaceGiven;
  if (isTogether && isOneNamespace) return {};
  return { severity: 'warning', why: `if both are applied to one ${isTogether ? 'namespace' : 'cluster'}, the last one replaces the other` };
}
