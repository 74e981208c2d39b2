import type { ApiObjectMetadata } from 'cdk8s';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseDnsLabel } from '../values/dns-name';
import { parseLabelValue, parseQualifiedName } from '../values/label';
import { isNot, shown } from '../values/shown';
import { structLike } from '../values/struct';

/** The labels, annotations and namespace of an object are ones that the API server takes. */
export function checkMetadata(metadata: ApiObjectMetadata | undefined, problems: Problems): void {
  const { labels, annotations, namespace } = problems.parseOptional('metadata', structLike<ApiObjectMetadata>('{ name: \'orders\', labels: { team: \'web\' } }'), metadata) ?? {};
  problems.parseOptional('metadata.namespace', parseDnsLabel, namespace);
  checkLabels('metadata.labels', labels, problems);
  for (const [key, value] of entriesOf('metadata.annotations', annotations, problems)) {
    problems.parse(`metadata.annotations["${key}"]`, parseQualifiedName, key);
    problems.parse(`metadata.annotations["${key}"]`, parseAnnotation, value);
  }
}

/** Every key and value of a set of labels is one that the API server takes. */
export function checkLabels(at: string, labels: Readonly<Record<string, string>> | undefined, problems: Problems): void {
  for (const [key, value] of entriesOf(at, labels, problems)) {
    problems.parse(`${at}["${key}"]`, parseQualifiedName, key);
    problems.parse(`${at}["${key}"]`, parseLabelValue, value);
  }
}

function entriesOf(at: string, record: Readonly<Record<string, string>> | undefined, problems: Problems): Array<[string, string]> {
  return Object.entries(problems.parseOptional(at, structLike<Readonly<Record<string, string>>>('{ \'example.com/team\': \'web\' }'), record) ?? {});
}

function parseAnnotation(value: string): string {
  if (typeof value === 'string') return value;
  return reject({
    fact: isNot(value, 'the text of an annotation'),
    why: 'the values of annotations are strings; the API server refuses others',
    fix: value === undefined || value === null ? 'leave it out' : `write ${JSON.stringify(shown(value))}`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set',
  });
}
