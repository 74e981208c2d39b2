import { parseManifest } from '../../src/kube/manifest';

const read = (text: string) => parseManifest(text, 'deploy.yaml');
const config = (data: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: ${data}}`;

describe('a manifest', () => {
  test('holds its documents in their order', () => {
    const text = `# a comment\n---\n${config('{}')}\n---\n\n--- # nothing\n{}\n---\n${config('{a: b}')}\n...\n`;
    expect(read(text)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: {} },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 'b' } },
    ]);
  });

  test.each(['', '\n', '# only a comment', '---\n---\n', '\ufeff'])('may hold nothing: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('may be a List, as kubectl prints it', () => {
    const items = [config('{a: b}'), '{apiVersion: v1, kind: Job, metadata: {generateName: a-}}'];
    expect(read(`{apiVersion: v1, kind: List, items: [${items.join(', ')}]}`).map(({ kind }) => kind)).toEqual(['ConfigMap', 'Job']);
  });

  test('may have an object whose kind ends in List', () => {
    expect(read('{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}, items: [1]}')).toHaveLength(1);
  });

  test('may be JSON', () => {
    expect(read(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }))).toHaveLength(1);
  });

  test('is read as Kubernetes reads it: YAML 1.1, and dates stay text', () => {
    const [{ data }] = read(config('{a: yes, b: 010, c: 2026-03-01, d: 12:30:45, e: "1", f: ~, 9000: shop/orders:80, g: 0x1F, h: 1_000}'));
    expect(data).toEqual({ 9000: 'shop/orders:80', a: true, b: 8, c: '2026-03-01', d: '12:30:45', e: '1', f: null, g: 31, h: 1000 });
  });

  test('has a number only where there is a digit before the exponent', () => {
    const [{ data }] = read(config('{a: e1234567, b: E5, c: ., d: -.e5, e: 1e5, f: .5, g: 5., h: -.5e-1}'));
    expect(data).toEqual({ a: 'e1234567', b: 'E5', c: '.', d: '-.e5', e: 100000, f: 0.5, g: 5, h: -0.05 });
  });

  test('may repeat itself by anchors and merge keys, each copy by itself', () => {
    const [{ data, other }] = read('{apiVersion: v1, kind: X, metadata: {name: a}, data: &a {b: {c: 1}}, other: {<<: *a, d: 2}}') as any[];
    expect(other).toEqual({ b: { c: 1 }, d: 2 });
    expect(other.b).not.toBe(data.b);
  });
});

describe('a manifest is refused', () => {
  const refused = (text: string) => expect(() => read(text));

  test('with the line of every mistake in its YAML', () => {
    refused(`${config('{}')}\n---\na: {b: 1\n---\n\tc: 1\n`).toThrowErrorMatchingSnapshot();
  });

  test('with a template in it', () => {
    refused('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n').toThrow('fix  correct line 4; templates have to be rendered first');
  });

  test('with a key twice', () => {
    refused('apiVersion: v1\nkind: A\nkind: B\n').toThrow('at   line 3, column 1');
  });

  test('with an alias that leads nowhere or in a circle', () => {
    refused('a: *b').toThrow('its aliases lead nowhere or in a circle');
    refused('a: &a [*a]').toThrow('its aliases lead nowhere or in a circle');
  });

  test('when a document is a list', () => {
    refused('- a\n- b\n').toThrowErrorMatchingSnapshot();
  });

  test('when a document is text', () => {
    refused('<!DOCTYPE html>\n').toThrow('the document is "<!DOCTYPE html>", not an object');
  });

  test('when documents are no Kubernetes objects', () => {
    refused('services: {web: {image: nginx}}\n---\nkind: Pod\nmetadata: {}\n').toThrowErrorMatchingSnapshot();
    refused(`{apiVersion: v1, kind: List, items: [${config('{}')}, null]}`).toThrow('item 2 of the List is null, not an object');
  });
});
