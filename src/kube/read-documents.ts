import { isNode, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import { fieldAt, listAt, textAt, type FieldPath } from './field';
import { isRecord, type KubeObject } from './kube-object';
import type { Place } from './origin';
import type { SourcedObject, SourcedValue, Unreadable } from './sourced-object';
import { AS_KUBERNETES_READS } from './yaml-dialect';

/** What a text holds: the objects in it, and what could not be read. */
export interface Documents {
  readonly objects: SourcedObject[];
  /** Documents that are no Kubernetes objects, as far as they are wanted. */
  readonly others: SourcedValue[];
  readonly unreadable: Unreadable[];
}

/** Whether a document that is no Kubernetes object is wanted, and not a mistake. */
export type IsWanted = (value: unknown) => boolean;

// JSON is YAML.
const OPTIONS = { ...AS_KUBERNETES_READS, prettyErrors: false, logLevel: 'silent' } as const;

/** Reads every document of a text by itself, so that a broken one hides no other; the items of a `kind: List` stand in its place. */
export function readDocuments(text: string, file: string, isWanted: IsWanted = () => false): Documents {
  const documents: Documents = { objects: [], others: [], unreadable: [] };
  for (const chunk of splitDocuments(text)) readDocument({ ...chunk, file }, documents, isWanted);
  return documents;
}

interface Chunk {
  readonly source: string;
  readonly firstLine: number;
  /** Whether it follows a "..." without a "---" of its own. */
  readonly isTail: boolean;
}

function* splitDocuments(text: string): Iterable<Chunk> {
  let start = 0;
  let firstLine = 1;
  let isTail = false;
  // A line of three dashes or dots cannot stand inside a document.
  for (const separator of text.matchAll(/^(?:---|\.\.\.)(?=\s|$).*$/gm)) {
    const source = text.slice(start, separator.index);
    yield { source, firstLine, isTail };
    isTail = separator[0].startsWith('...');
    firstLine += source.split('\n').length - 1;
    start = separator.index + 3;
  }
  yield { source: text.slice(start), firstLine, isTail };
}

function readDocument(chunk: Chunk & { file: string }, documents: Documents, isWanted: IsWanted): void {
  const value = valueOf(chunk);
  if (value instanceof Error) {
    documents.unreadable.push(unreadable(chunk, value));
    return;
  }
  if (isNothing(value) || isKustomization(value)) return;
  const place = isList(value) ? placesInList(chunk) : (path: FieldPath) => placeIn(parsed(chunk), path, chunk);
  const items = isList(value) ? listAt(value, 'items').map((item, index) => ({ item, path: ['items', index] })) : [{ item: value, path: [] }];
  for (const { item, path } of items) {
    const origin = { file: chunk.file, placeOf: (field: FieldPath) => place([...path, ...field]) };
    if (isKubeObject(item)) documents.objects.push({ object: item, origin });
    else if (isWanted(item)) documents.others.push({ value: item, origin });
    else documents.unreadable.push({ file: chunk.file, ...place(path), reason: missing(item) });
  }
}

/** Blank lines, comments and directives such as "%YAML 1.2", which stand before a "---". */
const NO_DOCUMENT = /^(?:[%#][^\n]*\n|[ \t\r]*\n)*[ \t\r]*$/;

function valueOf({ source, isTail }: Chunk): unknown {
  try {
    if (NO_DOCUMENT.test(source)) return undefined;
    const document = parseDocument(source, OPTIONS);
    if (document.errors.length > 0) return document.errors[0];
    const value: unknown = document.toJS({ maxAliasCount: 1000 });
    return isTail && !isNothing(value) ? new Error('kubectl leaves out a document that follows "..."; begin it with "---"') : value;
  } catch (error) {
    return error as Error;
  }
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lineCounter: LineCounter;
}

// Positions are asked for findings only, so a document is read again instead of being kept; several in a row ask for one.
let latest: { readonly chunk: Chunk; readonly result: Parsed } | undefined;

function parsed(chunk: Chunk): Parsed {
  if (latest?.chunk === chunk) return latest.result;
  const lineCounter = new LineCounter();
  const result = { document: parseDocument(chunk.source, { ...OPTIONS, lineCounter }), lineCounter };
  latest = { chunk, result };
  return result;
}

/** A list may hold a whole cluster: it is read again once, not for each finding. */
function placesInList(chunk: Chunk): (path: FieldPath) => Place {
  let list: Parsed | undefined;
  return (path) => placeIn(list ??= parsed(chunk), path, chunk);
}

function placeIn({ document, lineCounter }: Parsed, path: FieldPath, { firstLine }: Chunk): Place {
  const { line, col } = lineCounter.linePos(nearestNode(document, path)?.range[0] ?? 0);
  return { line: firstLine + line - 1, column: col };
}

function nearestNode(document: Document.Parsed, path: FieldPath): ParsedNode | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range) return node as ParsedNode;
  }
  return undefined;
}

/** A key that reads as a number is one to YAML: `5432: shop/orders`. */
function nodeAt(document: Document.Parsed, path: FieldPath): unknown {
  return document.getIn(path, true) ?? document.getIn(path.map((key) => (/^\d+$/.test(`${key}`) ? Number(key) : key)), true);
}

function unreadable({ file, firstLine, source }: Chunk & { file: string }, error: Error & { pos?: [number, number] }): Unreadable {
  const before = source.slice(0, error.pos?.[0] ?? 0).split('\n');
  const reason = error.message.includes('call stack') ? 'it is nested deeper than Kubernetes accepts' : error.message.split('\n')[0];
  return { file, line: firstLine + before.length - 1, column: before[before.length - 1].length + 1, reason };
}

function isList(value: unknown): boolean {
  return (textAt(value, 'kind') ?? '').endsWith('List') && Array.isArray(fieldAt(value, 'items')) && textAt(value, 'metadata', 'name') === undefined;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (isRecord(value) && Object.keys(value).length === 0);
}

/**
 * What `kubectl apply -k` reads beside the objects: it has no name, and no cluster has it.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
function isKustomization(value: unknown): boolean {
  return (textAt(value, 'apiVersion') ?? '').startsWith('kustomize.config.k8s.io/') && textAt(value, 'metadata', 'name') === undefined;
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
