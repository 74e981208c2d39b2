import { migrated, stories } from './migrated';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { compilerErrors } from '../compiled-code';
import { synthesizedBy } from '../synthesized-code';

const programs = new Map(stories().map((story) => [story, migrated(story, '--as', 'typescript').stdout]));

test.each(stories())('the program for %s makes the same objects as the manifest', (story) => {
  expect(objectsOf(synthesizedBy(programs.get(story)!))).toEqual(objectsOf(migrated(story).stdout));
});

test('every program compiles', () => {
  expect(compilerErrors(programs, { noUnusedLocals: true })).toEqual([]);
}, 60_000);

test('a program is what someone would write', () => {
  expect(programs.get('a-controller-with-three-ports.yaml')).toMatchSnapshot();
});

/** The objects of a manifest, in any order. */
function objectsOf(text: string): unknown[] {
  const { objects, unreadable } = readDocuments(text, 'manifest.yaml');
  expect(unreadable).toEqual([]);
  const identity = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
  return objects.map(({ object }) => object).sort((a, b) => identity(a) < identity(b) ? -1 : 1);
}
