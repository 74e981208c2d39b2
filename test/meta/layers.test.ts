import { readFileSync } from 'fs';
import { resolve } from 'path';
import { sourceFiles, type SourceFile } from './source-files';

/** From the lowest to the highest: a module imports from its own layer and from those before it. */
const LAYERS = [
  'problems', 'values', 'kube', 'model', 'service-spec', 'load-balancers', 'external-endpoints', 'topology', 'data-planes',
  'findings', 'checks', 'report', 'trace', 'graph', 'analysis', 'migrate', 'constructs', 'network-analysis.ts', 'l4-validation.ts', 'index.ts', 'cli',
];

const files = sourceFiles();
const layerOf = (path: string) => path.split('/')[0];

test('every module belongs to a layer', () => {
  expect([...new Set(files.map(({ path }) => layerOf(path)))].filter((layer) => !LAYERS.includes(layer))).toEqual([]);
});

test('no module imports from a higher layer', () => {
  const isHigher = (path: string, imported: string) => LAYERS.indexOf(layerOf(imported)) > LAYERS.indexOf(layerOf(path));
  const upward = files.flatMap(({ path, imports }) => imports.filter((imported) => isHigher(path, imported)).map((imported) => `${path} -> ${imported}`));
  expect(upward).toEqual([]);
});

test('no import leads back to where it came from', () => {
  expect(cycle(files)).toEqual([]);
});

test('every import names a module that is there', () => {
  const known = new Set(files.map(({ path }) => path));
  expect(files.flatMap(({ path, imports }) => imports.filter((imported) => !known.has(imported)).map((imported) => `${path} -> ${imported}`))).toEqual([]);
});

test('ARCHITECTURE.md shows the same layers in the same order', () => {
  const page = readFileSync(resolve(__dirname, '../../ARCHITECTURE.md'), 'utf8');
  const shown = [...page.matchAll(/^\| `src\/([\w.-]+?)\/?` /gm)].map(([, layer]) => layer);
  expect(shown).toEqual(LAYERS);
});

/** The modules of one import cycle, or none. */
function cycle(modules: readonly SourceFile[]): string[] {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    done.add(path);
    return (importsOf.get(path) ?? []).map((next) => visit(next, [...trail, path])).find((found) => found.length > 0) ?? [];
  };
  return modules.map(({ path }) => visit(path, [])).find((found) => found.length > 0) ?? [];
}
