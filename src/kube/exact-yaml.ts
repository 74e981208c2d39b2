import type { Document, ParsedNode } from 'yaml';
import type { FieldPath } from './field';
import type { Offsets } from './offsets';
import { AS_KUBERNETES_READS } from './yaml-dialect';
import { yaml } from '../values/bundled-packages';

// JSON is YAML.
const OPTIONS = { ...AS_KUBERNETES_READS, prettyErrors: false, logLevel: 'silent' } as const;

/**
 * The value of a document of any YAML.
 *
 * @throws the first thing that is wrong with it, with its offset as `pos[0]`
 */
export function readExactly(text: string): unknown {
  const document = yaml().parseDocument(text, OPTIONS);
  if (document.errors.length > 0) throw document.errors[0];
  yaml().visit(document, { Pair: (_key, { key }) => refuseCollection(key) });
  return document.toJS({ maxAliasCount: 1000 });
}

/** What a template that is not rendered looks like to YAML: `port: {{ .Values.port }}`. */
function refuseCollection(key: unknown): void {
  if (yaml().isCollection(key)) throw Object.assign(new Error('a key is a map or a list, and Kubernetes takes text only'), { pos: [key.range?.[0] ?? 0] });
}

/** Where the values of a document of any YAML stand. */
export function exactOffsets(text: string): Offsets {
  const document = yaml().parseDocument(text, OPTIONS);
  return (path) => nearestNode(document, path)?.range[0] ?? 0;
}

/** A key that reads as a number is one to YAML: `5432: shop/orders`. */
function nodeAt(document: Document.Parsed, path: FieldPath): unknown {
  return document.getIn(path, true) ?? document.getIn(path.map((key) => (/^\d+$/.test(`${key}`) ? Number(key) : key)), true);
}

function nearestNode(document: Document.Parsed, path: FieldPath): ParsedNode | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : nodeAt(document, path.slice(0, length));
    if (yaml().isNode(node) && node.range) return node as ParsedNode;
  }
  return undefined;
}
