import { isNode, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import { fieldAt, listAt, textAt, type FieldPath } from './field';
import type { KubeObject } from './kube-object';
import type { Place } from './origin';
import type { SourcedObject, Unreadable } from './sourced-object';
import { AS_KUBERNETES_READS } from './yaml-dialect';

/** What a text holds: the objects in it, and what could not be read. */
export interface Documents {
  readonly objects: SourcedObject[];
  readonly unreadable: Unreadable[];
}

// JSON is YAML.
const OPTIONS = { ...AS_KUBERNETES_READS, prettyErrors: false, logLevel: 'silent' } as const;

/** Reads every document of a text by itself, so that a broken one hides no other; the items of a `kind: List` stand in its place. */
export function readDocuments(text: string, file: string): Documents {
  const documents: Documents = { objects: [], unreadable: [] };
  for (const { source, firstLine } of splitDocuments(text)) readDocument({ source, firstLine, file }, documents);
  return documents;
}

interface Chunk {
  readonly source: string;
  readonly firstLine: number;
}

function* splitDocuments(text: string): Iterable<Chunk> {
  let start = 0;
  let firstLine = 1;
  // A line of three dashes cannot stand inside a document.
  for (const separator of text.matchAll(/^---(?=\s|$).*$/gm)) {
    const source = text.slice(start, separator.index);
    yield { source, firstLine };
    firstLine += source.split('\n').length - 1;
    start = separator.index + 3;
  }
  yield { source: text.slice(start), firstLine };
}

function readDocument(chunk: Chunk & { file: string }, documents: Documents): void {
  const document = parseDocument(chunk.source, OPTIONS);
  const value = document.errors.length > 0 ? undefined : valueOf(document);
  if (value instanceof Error || document.errors.length > 0) {
    documents.unreadable.push(unreadable(chunk, value instanceof Error ? value : document.errors[0]));
    return;
  }
  if (value === null || value === undefined) return;
  const items = isList(value) ? listAt(value, 'items').map((item, index) => ({ item, path: ['items', index] })) : [{ item: value, path: [] }];
  for (const { item, path } of items) {
    if (isKubeObject(item)) documents.objects.push({ object: item, origin: originIn(chunk, path) });
    else documents.unreadable.push({ file: chunk.file, ...placeIn(chunk, path), reason: missing(item) });
  }
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    return error as Error;
  }
}

function originIn(chunk: Chunk & { file: string }, base: FieldPath) {
  return { file: chunk.file, placeOf: (path: FieldPath) => placeIn(chunk, [...base, ...path]) };
}

// Positions are asked for findings only, so the document is read again instead of being kept.
function placeIn({ source, firstLine }: Chunk, path: FieldPath): Place {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { ...OPTIONS, lineCounter });
  const { line, col } = lineCounter.linePos(nearestNode(document, path)?.range[0] ?? 0);
  return { line: firstLine + line - 1, column: col };
}

function nearestNode(document: Document.Parsed, path: FieldPath): ParsedNode | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node as ParsedNode;
  }
  return undefined;
}

function unreadable({ file, firstLine, source }: Chunk & { file: string }, error: Error & { pos?: [number, number] }): Unreadable {
  const before = source.slice(0, error.pos?.[0] ?? 0).split('\n');
  return { file, line: firstLine + before.length - 1, column: before[before.length - 1].length + 1, reason: error.message.split('\n')[0] };
}

function isList(value: unknown): boolean {
  return (textAt(value, 'kind') ?? '').endsWith('List') && Array.isArray(fieldAt(value, 'items'));
}

function isKubeObject(value: unknown): value is KubeObject {
  return missing(value) === '';
}

function missing(value: unknown): string {
  const fields = [['apiVersion'], ['kind'], ['metadata', 'name']];
  const absent = fields.filter((path) => textAt(value, ...path) === undefined).map((path) => path.join('.'));
  if (absent.length === 1 && textAt(value, 'metadata', 'generateName') !== undefined) return '';
  return absent.length > 0 ? `it is no Kubernetes object: ${absent.join(', ')} missing` : '';
}
