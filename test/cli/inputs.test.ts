import { execFileSync } from 'child_process';
import { mkdirSync } from 'fs';
import { join } from 'path';
import { inFolder, run } from './run';
import { readDocuments } from '../../src/kube/read-documents';

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { type: ExternalName, externalName: 203.0.113.7 }\n`;
const read = (text: string) => {
  const { objects, unreadable } = readDocuments(text, 'set.yaml');
  return [...objects.map(({ object }) => object.metadata.name), ...unreadable.map(({ line, column, reason }) => `${line}:${column} ${reason}`)];
};
const checked = (files: Record<string, string>, ...more: string[]) =>
  inFolder(files, (folder) => run('check', '--only', 'externalname-is-ip', folder, ...more.map((name) => join(folder, name))));

describe('a text', () => {
  test('may begin with a directive or a byte order mark, and have the line ends of Windows', () => {
    expect(read(`# generated\n%YAML 1.1\n---\n${service('a')}`)).toEqual(['a']);
    expect(read(`\ufeff${service('a')}`)).toEqual(['a']);
    expect(read(`${service('a')}---\n${service('b')}`.replace(/\n/g, '\r\n'))).toEqual(['a', 'b']);
  });

  test('may hold nothing, or the settings of kustomize', () => {
    expect(read('# nothing\n---\n{}\n---\n...\n')).toEqual([]);
    expect(read('apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n')).toEqual([]);
  });

  test('loses no document that kubectl would leave out without a word', () => {
    expect(read(`${service('a')}...\n${service('b')}`)).toEqual(['a', '5:1 kubectl leaves out a document that follows "..."; begin it with "---"']);
    expect(read(`${service('a')}...\n---\n${service('b')}`)).toEqual(['a', 'b']);
  });

  test('may have an object whose kind ends in List', () => {
    expect(read('{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}, items: [1]}')).toEqual(['a']);
  });

  test('may be a stream of JSON, as jq writes it', () => {
    const values = ['a', 'b', 'c'].map((name) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, annotations: { last: '{}\n{}' } } }));
    const [lines, indented] = [undefined, 2].map((indent) => `${values.map((value) => JSON.stringify(value, null, indent)).join('\n')}\n`);
    expect([read(lines), read(indented), read(indented.replace(/\n/g, '\r\n'))]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']]);
    expect(readDocuments(indented, 'set.json').objects.map(({ origin }) => origin.placeOf(['metadata', 'name'])?.line)).toEqual([5, 15, 25]);
  });

  test('may be what the API server answers: a list whose items do not repeat their kind, or that has none', () => {
    const list = (items: unknown) => JSON.stringify({ kind: 'ServiceList', apiVersion: 'v1', metadata: { resourceVersion: '7' }, items });
    expect(readDocuments(list([{ metadata: { name: 'a' } }]), '-').objects[0].object).toMatchObject({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } });
    expect([read(list([])), read(list(null)), read(list([{ kind: 'Pod', metadata: { name: 'a' } }]))])
      .toEqual([[], [], [expect.stringContaining('it is no Kubernetes object: apiVersion missing')]]);
  });

  test('that leaves empty what an object is called is no object', () => {
    expect(read('apiVersion: ""\nkind: ""\nmetadata: { name: "", generateName: "" }\n')).toEqual([expect.stringContaining('it is no Kubernetes object: apiVersion, kind, metadata.name missing')]);
  });

  test('that is a template is said to be so, also where it passes for YAML', () => {
    const template = service('a').replace('203.0.113.7', '{{ .Values.host }}');
    expect([read(template), read(service('{{ .name }}').replace(/[{}] /, ''))]).toEqual([
      [expect.stringMatching(/^4:44 a key is a map or a list, .*; if its {{ }} are those of a template, render it first/)],
      [expect.stringMatching(/^3:.*render it first/)],
    ]);
    expect(read(`{{- if .Values.enabled }}\n{{- $name := "a" }}\n${service('a')}{{- end }}\n`)).toEqual([expect.stringContaining('render it first')]);
  });

  test('that is nested too deep is said to be so, and hides no other document', () => {
    expect(read(`a: ${'['.repeat(100_000)}\n---\n${service('a')}`)).toEqual(['a', expect.stringMatching(/^1:\d+ it is nested deeper than Kubernetes accepts$/)]);
  });

  test('of thousands of blank lines is read at once', () => {
    expect(read(`${'\n \t'.repeat(100_000)}\n${service('a')}`)).toEqual(['a']);
  });
});

test('the places in a list are found without reading it again for each', () => {
  const items = Array.from({ length: 1500 }, (_, index) => `- apiVersion: v1\n  kind: Service\n  metadata: { name: a${index} }\n`);
  const { objects } = readDocuments(`apiVersion: v1\nkind: List\nitems:\n${items.join('')}`, 'list.yaml');
  const start = performance.now();
  expect(objects.map(({ origin }) => origin.placeOf(['metadata', 'name'])?.line)).toEqual(items.map((_, index) => index * 3 + 6));
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a file counts once, however often it is named', () => {
  expect(checked({ 'a.yaml': service('a') }, 'a.yaml', './a.yaml').stdout).toContain('in 1 object (');
});

test('what is no text is said to be so', () => {
  const { stdout, exitCode } = checked({ 'a.yaml': service('a'), 'b.yaml': 'PK\u0003\u0004\0\0' });
  expect(stdout).toMatch(/not read .*b\.yaml:1:1: it is no text in UTF-8: it has zero bytes/);
  expect(stdout).toContain('in 1 object (');
  expect(exitCode).toBe(3);
});

(process.platform === 'win32' ? test.skip : test)('a pipe in a folder is not waited for', () => {
  inFolder({ 'a.yaml': service('a') }, (folder) => {
    execFileSync('mkfifo', [join(folder, 'b.yaml')]);
    mkdirSync(join(folder, 'c.yaml'));
    expect(run('check', folder).stdout).toContain('in 1 object (');
  });
});
