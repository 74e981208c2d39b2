import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { exactOffsets, readExactly } from '../../src/kube/exact-yaml';
import { fieldAt, type FieldPath } from '../../src/kube/field';
import { plainOffsets } from '../../src/kube/plain-yaml/plain-offsets';
import { readPlain } from '../../src/kube/plain-yaml/read-plain';
import { splitDocuments } from '../../src/kube/split-documents';

const runs = { numRuns: 20 * Number(process.env.FUZZ_RUNS ?? 150) };
const SHARED = process.env.CDK8S_L4_SHARED ?? resolve(__dirname, '../../../shared');

/** Reads a document in both ways; whether the fast one took it for plain. */
function isReadAlike(text: string): boolean {
  const value = readPlain(text);
  if (value === undefined) return false;
  expect(value).toStrictEqual(readExactly(text));
  expect(JSON.stringify(value)).toBe(JSON.stringify(readExactly(text)));
  const paths = [...pathsIn(value), ['no', 'such', 'field']];
  expect(paths.map(plainOffsets(text)!)).toEqual(paths.map(exactOffsets(text)));
  return true;
}

function pathsIn(value: unknown): FieldPath[] {
  const below = (key: string | number) => pathsIn(fieldAt(value, key)).map((path) => [key, ...path]);
  if (Array.isArray(value)) return [[], ...value.flatMap((_, index) => below(index))];
  return typeof value === 'object' && value !== null ? [[], ...Object.keys(value).flatMap(below)] : [[]];
}

function textsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name));
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  return texts.flatMap((text) => [...splitDocuments(text)].map(({ source }) => source));
}

const written = textsBelow(resolve(__dirname, '..'));

/** Values as some program writes them. */
const printed = fc.record({
  value: fc.oneof(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 })), fc.array(fc.jsonValue({ maxDepth: 3 }))),
  options: fc.record({
    indent: fc.integer({ min: 1, max: 4 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
    version: fc.constantFrom('1.1' as const, '1.2' as const),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const, 'BLOCK_LITERAL' as const, 'BLOCK_FOLDED' as const),
  }),
}).map(({ value, options }) => stringify(value, options));

const STYLES = [
  'a: 1\nb:\n  c: d\n  e:\n  - f\n  - g: h\n    i: j\n',
  'a: |\n  x\n   y\n\n  z\nb: >-\n  p\n  q\n\n  r\n',
  'a: "x\n  y"\nb: \'u\n\n  v\'\nc: d\n  e\n',
  '{"a": [1, {"b": "c"}], "d": {}}\n',
  'a: [1, 2, {b: c}]\nd: {e: f, g: [h]}\n',
  'a:\n  b: [1,\n    {c: d,\n     e: f}\n   ]\n  g: {\n    h: i,\n   }\nj: k\n',
  '- a\n- b: c\n  d:\n    - e\n- - f\n  - g\n',
  'a:\n# c\n  b: 1 # d\n  c:\n\nd: null\n',
  'spec:\n  - name: x\n    args: ["--a", "b"]\n    command:\n    - -c\n    - |\n      run\n      me\n',
];
const MARKS = [
  'a', ':', ': ', ' ', '  ', '\n', '\n  ', '- ', '-', '\n- ', '"', '\'', '|', '>-', '{', '}', '[', ']', ', ', ',', '#', ' #', '# c\n', '\t', '&a', '*a', '!t', '? ', '%',
  '@', '~', 'null', 'yes', '1', '0x1', '010', '1.5', 'e5', '--', 'a: b', '"a": 1', '\\', '\\n', '\\u0041', '<<: ', '__proto__', 'a:\n', 'a: |\n', '- a: b\n', '\u00a0', '\u2028', '\r',
];

/** A document of any style in which some marks were put and some characters left out. */
const damaged = fc.tuple(
  fc.constantFrom(...STYLES),
  fc.array(fc.tuple(fc.nat(100), fc.nat(3), fc.constantFrom('', ...MARKS)), { minLength: 1, maxLength: 3 }),
).map(([style, changes]) => changes.reduce((text, [at, left, mark]) => {
  const place = at % text.length;
  return text.slice(0, place) + mark + text.slice(place + left);
}, style));

test('what is taken for plain YAML is read as by a reader that knows all of it, value by value and place by place', () => {
  let plain = 0;
  fc.assert(fc.property(fc.oneof(printed, damaged), (text) => {
    fc.pre(!/^(?:---|\.\.\.)(?=\s|$)/m.test(text));
    plain += Number(isReadAlike(text));
  }), runs);
  expect(plain).toBeGreaterThan(runs.numRuns / 10);
});

test('manifests as people write them are plain, nearly all', () => {
  const documents = written.filter((text) => /^kind:/m.test(text));
  expect(documents.length).toBeGreaterThan(1000);
  expect(documents.filter((text) => !isReadAlike(text)).length).toBeLessThan(documents.length / 100);
});

test.each(['corpora', 'fixtures'])('so are those of others: %s', (folder) => {
  for (const text of textsBelow(join(SHARED, folder))) isReadAlike(text);
});
