import { fieldTree, hasOnly } from './field-tree';
import { recordsAt } from './fields-at';
import { knownFieldsOf, type KnownFields } from './known-fields';
import { pathText } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ObjectKind, ObjectNode } from '../../model/object-node';
import { similarName } from '../../values/similar-name';
import type { Check, Problem } from '../check';

/** A field of a Service, of endpoints or of a container port is misspelt, or stands in the wrong place. */
export const fieldUnknown: Check = {
  name: 'field-unknown',
  severity: 'error',
  summary: 'A Service, Endpoints, EndpointSlice or container port has a field that Kubernetes does not know there.',
  why: 'kubectl refuses the object; without validation the field is dropped silently, and its default holds',
  see: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  * run(network) {
    for (const node of network.whichFit(hasUnknownFields)) yield* problemsOf(node, knownFieldsOf(node) ?? []);
  },
};

function hasUnknownFields(kind: ObjectKind): ((node: ObjectNode) => boolean) | undefined {
  const known = knownFieldsOf(kind);
  if (!known) return undefined;
  const tree = fieldTree(known);
  return ({ object }) => !hasOnly(object, tree);
}

function* problemsOf(node: ObjectNode, known: readonly KnownFields[]): Iterable<Problem> {
  for (const { place, fields } of known.filter((one) => one.fields.size > 0)) {
    for (const { record, path } of recordsAt(node.object, place)) {
      for (const field of Object.keys(record)) {
        if (fields.has(field) || isPlaceholder(field)) continue;
        yield {
          object: node,
          path: [...path, field],
          fact: `has the field ${field}${path.length > 0 ? ` in ${pathText(path)}` : ''}, which does not exist there`,
          fix: fixFor(field, [...fields], known),
        };
      }
    }
  }
}

function fixFor(field: string, fields: readonly string[], known: readonly KnownFields[]): string {
  const meant = MISTAKEN[field] && fields.includes(MISTAKEN[field]) ? MISTAKEN[field] : similarName(field, fields);
  if (meant !== undefined) return `write ${meant} instead of ${field}`;
  const [home, ...others] = known.filter((other) => other.place.length !== 1 || other.place[0] !== 'metadata').filter((other) => other.fields.has(field));
  if (home && others.length === 0) return `move it to ${home.place.length > 0 ? pathText(home.place).replaceAll('["*"]', '[]') : 'the top of the object'}`;
  if (field.includes('/') && fields.includes('labels')) return 'indent it, so that it stands in labels or annotations';
  const usual = fields.filter((name) => !QUIET.has(name));
  return usual.length > 8 ? 'remove it' : `remove it, or use one of ${usual.join(', ')}`;
}

/** Words of one kind that are written in another. */
const MISTAKEN: Readonly<Record<string, string | undefined>> = {
  containerPort: 'targetPort', servicePort: 'port', number: 'port', matchLabels: 'selector', selectors: 'selector', label: 'labels', topology: 'zone', addresses: 'endpoints', address: 'ip',
};

/** Fields that people do not write. */
const QUIET = new Set(['apiVersion', 'kind', 'status', 'ipFamily', 'topologyKeys', 'deprecatedTopology', 'clusterName', 'selfLink', 'managedFields', 'uid', 'generation']);
