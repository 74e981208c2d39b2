import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';

const TESTS = resolve(__dirname, '..');
const LONGEST = 60;

interface Snapshot {
  readonly name: string;
  readonly lines: readonly string[];
}

function snapshots(): Snapshot[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.snap'));
  return files.flatMap((file) => {
    const text = readFileSync(join(TESTS, file), 'utf8');
    return [...text.matchAll(/^exports\[`(.*?)`\] = `([\s\S]*?)`;$/gm)].map(([, name, body]) => ({ name: `${file}: ${name}`, lines: body.trim().split('\n') }));
  });
}

const isManifest = ({ lines }: Snapshot) => lines.some((line) => line.startsWith('apiVersion:'));
const isRefusal = ({ lines }: Snapshot) => lines.some((line) => /^ {2}fix {2}\S/.test(line));

test(`a manifest in a snapshot is at most ${LONGEST} lines: short enough to be read`, () => {
  expect(snapshots().filter(isManifest).filter(({ lines }) => lines.length > LONGEST).map(({ name, lines }) => `${name}: ${lines.length} lines`)).toEqual([]);
});

test('no snapshot shows the language instead of the world', () => {
  const noise = /\bundefined\b|\bNaN\b|\[object |\bnull\b|TypeError|node_modules/;
  expect(snapshots().filter(({ lines }) => noise.test(lines.join('\n'))).map(({ name }) => name)).toEqual([]);
});

test('at least 60 different mistakes are told apart by their message', () => {
  const facts = snapshots().filter(isRefusal).flatMap(({ lines }) => lines.filter((_line, index) => /^ {2}at {3}/.test(lines[index + 1] ?? '')));
  expect(new Set(facts).size).toBeGreaterThanOrEqual(60);
});

test('every problem says what, where, why, how to mend it and where that is written', () => {
  const incomplete = snapshots().filter(isRefusal).filter(({ lines }) => {
    const count = (part: string) => lines.filter((line) => line.startsWith(`  ${part}`)).length;
    return ['at   ', 'why  ', 'fix  '].some((part) => count(part) !== count('see  https://'));
  });
  expect(incomplete.map(({ name }) => name)).toEqual([]);
});
