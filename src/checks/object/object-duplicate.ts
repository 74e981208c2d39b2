import { differenceBetween } from './difference';
import { isClusterScoped } from '../../kube/cluster-scoped';
import { pathText, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
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
    const seen = new Map<string, ObjectNode>();
    for (const node of objects) {
      const name = textAt(node.object, 'metadata', 'name');
      if (name === undefined || [name, node.namespace].some(isPlaceholder) || isHelmHook(node)) continue;
      const key = [groupOf(node), node.kind, isClusterScoped(node) ? '' : node.namespace, name].join('\n');
      const first = seen.get(key);
      if (first) yield problemOf(first, node);
      else seen.set(key, node);
    }
  },
};

function problemOf(first: ObjectNode, second: ObjectNode): Problem {
  const difference = differenceBetween(first.object, second.object);
  return {
    object: second,
    path: ['metadata', 'name'],
    fact: difference
      ? `is there twice; this one has ${difference.second} as ${pathText(difference.path)}, the first has ${difference.first}`
      : 'is there twice, word for word',
    fix: difference ? `merge the two, or rename this one, for example to ${second.name}-2` : 'remove this one',
    related: [first],
    ...difference ? severityOf(first, second) : { severity: 'info', why: 'nothing is lost as long as both stay the same' },
  };
}

/** What comes from different files or charts is not always meant to be applied together: there may be variants among them. */
function severityOf({ origin: first }: ObjectNode, { origin: second }: ObjectNode): Pick<Problem, 'severity' | 'why'> {
  const isTogether = first.file === second.file && chartOf(first.constructPath) === chartOf(second.constructPath);
  return isTogether ? {} : { severity: 'warning', why: 'if both are applied to one cluster, the last one replaces the other' };
}

function chartOf(constructPath = ''): string {
  return constructPath.split('/').slice(0, 1).join('/');
}
