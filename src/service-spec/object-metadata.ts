import type { ApiObjectMetadata } from 'cdk8s';
import { oneOf } from '../problems/one-of';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseDnsLabel } from '../values/dns-name';
import { parseAnnotationKey, parseLabelValue, parseQualifiedName } from '../values/label';
import { parseList } from '../values/list';
import { isNot, shown } from '../values/shown';
import { structLike } from '../values/struct';

const ANNOTATIONS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set';

/** The labels, annotations, finalizers and namespace of an object are ones that the API server takes. */
export function checkMetadata(metadata: ApiObjectMetadata | undefined, problems: Problems): void {
  const { labels, annotations, finalizers, namespace } = problems.parseOptional('metadata', structLike<ApiObjectMetadata>('{ name: \'orders\', labels: { team: \'web\' } }'), metadata) ?? {};
  problems.parseOptional('metadata.namespace', parseDnsLabel, namespace);
  checkLabels('metadata.labels', labels, problems);
  const names = problems.parseOptional('metadata.finalizers', parseList<string>, finalizers) ?? [];
  names.forEach((name, index) => problems.parse(`metadata.finalizers[${index}]`, parseFinalizer, name));
  for (const [key, value] of entriesOf('metadata.annotations', annotations, problems)) {
    const at = entryOf('metadata.annotations', key);
    problems.parse(at, parseAnnotationKey, key);
    problems.parse(at, parseAnnotation, value);
  }
}

/** All annotations of an object together are short enough, those that are written beside the user's included. */
export function checkAnnotationSize(annotations: Readonly<Record<string, string>> | undefined, problems: Problems): void {
  const size = Object.entries(annotations ?? {}).flat().reduce((sum, text) => sum + Buffer.byteLength(String(text)), 0);
  if (size > MOST_ANNOTATION_BYTES) problems.add('metadata.annotations', tooLong(size));
}

// https://github.com/kubernetes/kubernetes/blob/v1.33.0/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go
const MOST_ANNOTATION_BYTES = 256 * 1024;

function tooLong(size: number): Fault {
  return {
    fact: `the annotations have ${size} bytes`,
    why: `the keys and values of all annotations together have at most ${MOST_ANNOTATION_BYTES} bytes; the API server refuses more`,
    fix: 'keep large texts in a ConfigMap and name it in the annotation',
    see: ANNOTATIONS,
  };
}

/** Every key and value of a set of labels is one that the API server takes. */
export function checkLabels(at: string, labels: Readonly<Record<string, string>> | undefined, problems: Problems): void {
  for (const [key, value] of entriesOf(at, labels, problems)) {
    problems.parse(entryOf(at, key), parseQualifiedName, key);
    problems.parse(entryOf(at, key), parseLabelValue, value);
  }
}

function entryOf(at: string, key: string): string {
  return `${at}[${JSON.stringify(key)}]`;
}

function entriesOf(at: string, record: Readonly<Record<string, string>> | undefined, problems: Problems): Array<[string, string]> {
  return Object.entries(problems.parseOptional(at, structLike<Readonly<Record<string, string>>>('{ \'example.com/team\': \'web\' }'), record) ?? {});
}

function parseAnnotation(value: string): string {
  if (typeof value === 'string') return value;
  return reject({
    fact: isNot(value, 'the text of an annotation'),
    why: 'the values of annotations are strings; the API server refuses others',
    fix: typeof value === 'object' || value === undefined ? 'leave it out, or write the text itself' : `write ${JSON.stringify(shown(value))}`,
    see: ANNOTATIONS,
  });
}

// https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/helper/helpers.go (standardFinalizers)
const STANDARD_FINALIZERS = ['foregroundDeletion', 'kubernetes', 'orphan'];

function parseFinalizer(name: string): string {
  if (STANDARD_FINALIZERS.includes(name) || parseQualifiedName(name).includes('/')) return name;
  return reject({
    fact: `the finalizer "${name}" has no domain`,
    why: `the API server takes no finalizer without a domain but ${oneOf(STANDARD_FINALIZERS)}`,
    fix: `write "example.com/${name}", with the domain of the controller that removes it`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
  });
}
