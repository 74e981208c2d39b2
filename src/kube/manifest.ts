import type { Document, LineCounter } from 'yaml';
import { isRecord, type KubeObject } from './kube-object';
import { AS_KUBERNETES_READS } from './yaml-dialect';
import { InputError } from '../problems/input-error';
import type { Problem } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';
import { yaml } from '../values/bundled-packages';

/**
 * The objects of a manifest, in order; the items of a `kind: List` stand in its place, empty documents are left out.
 *
 * @param source the file or URL, for messages
 * @throws InputError naming every document that is no YAML or no Kubernetes object, with its line
 */
export function parseManifest(text: string, source: string): KubeObject[] {
  const { LineCounter, parseAllDocuments } = yaml();
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { ...AS_KUBERNETES_READS, lineCounter, prettyErrors: false, logLevel: 'silent' });
  if ('empty' in documents) return [];
  const read = documents.map((document) => readDocument(document, lineCounter));
  const problems = read.flatMap((result) => result.problems ?? []);
  if (problems.length > 0) throw new InputError(renderProblems(`Manifest '${source}'`, problems));
  return read.flatMap(({ objects }) => objects ?? []);
}

interface Reading {
  readonly objects?: readonly KubeObject[];
  readonly problems?: readonly Problem[];
}

function readDocument(document: Document.Parsed, lineCounter: LineCounter): Reading {
  const mistakes = [...document.errors.map(({ message, pos }) => ({ message, position: pos[0] })), ...keysThatAreNoText(document)];
  if (mistakes.length > 0) return { problems: mistakes.map(({ message, position }) => invalidYaml(message, place(position, lineCounter))) };
  try {
    return objectsOf(JSON.parse(JSON.stringify(document.toJS())), place(document.range[0], lineCounter));
  } catch (error) {
    return { problems: [invalidYaml(`its aliases lead nowhere or in a circle: ${(error as Error).message}`, place(document.range[0], lineCounter))] };
  }
}

interface Mistake {
  readonly message: string;
  readonly position: number;
}

/** To YAML, a template's `{{ .Values.name }}` is an object with an object as its key. */
function keysThatAreNoText(document: Document.Parsed): Mistake[] {
  const { isCollection, isNode, visit } = yaml();
  const mistakes: Mistake[] = [];
  visit(document, {
    Pair: (_key, { key }) => {
      if (isNode(key) && isCollection(key)) mistakes.push({ message: 'a key is a list or an object', position: key.range?.[0] ?? 0 });
    },
  });
  return mistakes;
}

function objectsOf(value: unknown, at: Place): Reading {
  if (value === null || (isRecord(value) && Object.keys(value).length === 0)) return {};
  const items = isList(value) ? value.items : [value];
  const stranger = items.findIndex((item) => !isKubeObject(item));
  if (stranger < 0) return { objects: items as KubeObject[] };
  const subject = isList(value) ? `item ${stranger + 1} of the ${String(value.kind)}` : 'the document';
  return { problems: [notAnObject(`${subject} is ${describe(items[stranger])}`, at)] };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function place(position: number, lineCounter: LineCounter): Place {
  const { line, col: column } = lineCounter.linePos(position);
  return { line, column };
}

function invalidYaml(message: string, { line, column }: Place): Problem {
  return {
    fact: `it is not valid YAML: ${message.split('\n')[0]}`,
    at: `line ${line}, column ${column}`,
    why: 'what is there cannot be read, and guessing would lose objects',
    fix: `correct line ${line}; templates have to be rendered first, for example with "helm template"`,
    see: 'https://yaml.org/spec/1.1/',
  };
}

function notAnObject(fact: string, { line, column }: Place): Problem {
  return {
    fact,
    at: `line ${line}, column ${column}`,
    why: 'every document of a manifest is an object with apiVersion, kind and metadata.name',
    fix: 'give a file of Kubernetes objects, for example the deploy.yaml of a release, or remove this document',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  };
}

function isList(value: unknown): value is { readonly kind: string; readonly items: readonly unknown[] } {
  return isRecord(value) && typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items) && !hasName(value);
}

function isKubeObject(value: unknown): value is KubeObject {
  return isRecord(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string' && hasName(value);
}

function hasName({ metadata }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(metadata) && (typeof metadata.name === 'string' || typeof metadata.generateName === 'string');
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list, not an object';
  if (!isRecord(value)) return `${JSON.stringify(value).slice(0, 40)}, not an object`;
  const missing = ['apiVersion', 'kind'].filter((field) => typeof value[field] !== 'string');
  return `no Kubernetes object: it has no ${[...missing, ...hasName(value) ? [] : ['metadata.name']].join(', no ')}`;
}
