import { exactOffsets, readExactly } from './exact-yaml';
import { fieldAt, listAt, textAt, type FieldPath } from './field';
import { isRecord, type KubeObject } from './kube-object';
import { LineStarts } from './line-starts';
import type { Place } from './origin';
import { plainOffsets } from './plain-yaml/plain-offsets';
import { readPlain } from './plain-yaml/read-plain';
import type { SourcedObject, SourcedValue, Unreadable } from './sourced-object';
import { splitDocuments, type DocumentText } from './split-documents';

/** What a text holds: the objects in it, other documents that were wanted, and what could not be read. */
export interface Documents {
  readonly objects: SourcedObject[];
  readonly others: SourcedValue[];
  readonly unreadable: Unreadable[];
}

/** Whether a document that is no Kubernetes object is wanted, and not a mistake. */
export type IsWanted = (value: unknown) => boolean;

/** Reads every document of a text by itself, so that a broken one hides no other; the items of a `kind: List` stand in its place. */
export function readDocuments(text: string, file: string, isWanted: IsWanted = () => false): Documents {
  const documents: Documents = { objects: [], others: [], unreadable: [] };
  for (const chunk of splitDocuments(text)) readDocument(chunk, file, documents, isWanted);
  return documents;
}

function readDocument(chunk: DocumentText, file: string, documents: Documents, isWanted: IsWanted): void {
  const value = valueOf(chunk);
  if (value instanceof Error) {
    documents.unreadable.push(unreadable(chunk, file, value));
    return;
  }
  if (isNothing(value) || isKustomization(value)) return;
  for (const { item, placeOf } of isList(value) ? itemsOf(value, chunk) : [{ item: value, placeOf: placesOnDemand(chunk) }]) {
    const reason = missing(item);
    if (reason === '') documents.objects.push({ object: item as KubeObject, origin: { file, placeOf } });
    else if (isWanted(item)) documents.others.push({ value: item, origin: { file, placeOf } });
    else documents.unreadable.push({ file, ...placeOf([]), reason: `${reason}${isTemplate(chunk) ? TEMPLATE : ''}` });
  }
}

interface Item {
  readonly item: unknown;
  readonly placeOf: Places;
}

function itemsOf(list: unknown, chunk: DocumentText): Item[] {
  const placeInList = placesInList(chunk);
  return listAt(list, 'items').map((item, index) => ({ item: ofListKind(list, item), placeOf: (path) => placeInList(['items', index, ...path]) }));
}

/** Blank lines, comments and directives such as "%YAML 1.2", which stand before a "---". */
const NO_DOCUMENT = /^(?:[%#][^\n]*\n|[ \t\r]*\n)*[ \t\r]*$/;

function valueOf({ source, isTail }: DocumentText): unknown {
  try {
    if (NO_DOCUMENT.test(source)) return undefined;
    const value = readPlain(source) ?? readExactly(source);
    return isTail && !isNothing(value) ? new Error('kubectl leaves out a document that follows "..."; begin it with "---"') : value;
  } catch (error) {
    return error as Error;
  }
}

type Places = (path: FieldPath) => Place;

// Positions are asked for findings only, so a document is read again instead of being kept; several in a row ask for one.
let latest: { readonly chunk: DocumentText; readonly places: Places } | undefined;

function placesOnDemand(chunk: DocumentText): Places {
  return (path) => {
    if (latest?.chunk !== chunk) latest = { chunk, places: placesIn(chunk) };
    return latest.places(path);
  };
}

function placesIn({ source, firstLine }: DocumentText): Places {
  const lineStarts = new LineStarts(source);
  const offsets = plainOffsets(source) ?? exactOffsets(source);
  return (path) => {
    const { line, column } = lineStarts.placeOf(offsets(path));
    return { line: firstLine + line - 1, column };
  };
}

/** A list may hold a whole cluster: it is read again once, not for each finding. */
function placesInList(chunk: DocumentText): Places {
  let places: Places | undefined;
  return (path) => (places ??= placesIn(chunk))(path);
}

function unreadable(chunk: DocumentText, file: string, error: Error & { pos?: [number, number] }): Unreadable {
  const { firstLine, source } = chunk;
  const { line, column } = new LineStarts(source).placeOf(error.pos?.[0] ?? 0);
  return { file, line: firstLine + line - 1, column, reason: `${reasonOf(error)}${isTemplate(chunk) ? TEMPLATE : ''}` };
}

function reasonOf({ message }: Error): string {
  return message.includes('call stack') ? 'it is nested deeper than Kubernetes accepts' : message.split('\n')[0];
}

function isTemplate({ source }: DocumentText): boolean {
  return source.includes('{{');
}

const TEMPLATE = '; if its {{ }} are those of a template, render it first, for example with "helm template"';

function isList(value: unknown): boolean {
  const items = fieldAt(value, 'items');
  return (textAt(value, 'kind') ?? '').endsWith('List') && (Array.isArray(items) || items === null) && textAt(value, 'metadata', 'name') === undefined;
}

/**
 * The items of a ServiceList are Services, also where they do not say so, as the API server answers.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.33.0/staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go
 */
function ofListKind(list: unknown, item: unknown): unknown {
  const kind = textAt(list, 'kind')?.replace(/List$/, '');
  return isRecord(item) && !item.kind && kind ? { ...item, apiVersion: textAt(list, 'apiVersion'), kind } : item;
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

const IDENTITY = [['apiVersion'], ['kind'], ['metadata', 'name']];

function missing(value: unknown): string {
  const absent = IDENTITY.filter((path) => !textAt(value, ...path)).map((path) => path.join('.'));
  if (absent.length === 1 && textAt(value, 'metadata', 'generateName')) return '';
  return absent.length > 0 ? `it is no Kubernetes object: ${absent.join(', ')} missing` : '';
}
