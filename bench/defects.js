// Breaks real manifests in known ways, one way at a time, and counts what is noticed: by "cdk8s-l4 check", and by those of
// kube-score, checkov, Monokle and kubeconform that are there. Noticed means: a rule is reported more often than for the
// unbroken manifests, at whatever severity. A folder or file is one application; --most limits the places of a defect in each.
// kube-score and checkov are looked for on the PATH. kubeconform needs KUBERNETES_OPENAPI as well, the path of the file
// api/openapi-spec/swagger.json of the Go module k8s.io/kubernetes, and Monokle a folder that has it in MONOKLE.
//
//   node bench/defects.js [--most 4] path...
const { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } = require('fs');
const { tmpdir } = require('os');
const { basename, join } = require('path');
const { parseArgs } = require('util');
const { parseAllDocuments } = require('yaml');
const { mutantsOf } = require('./defects/mutants');
const { isMore, report, TOOLS } = require('./defects/tools');
const { table } = require('./table');

const { values: { most }, positionals } = parseArgs({ options: { most: { type: 'string', default: '4' } }, allowPositionals: true });
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-defects-'));
try {
  if (positionals.length === 0) throw new Error('no manifests: give folders or files that hold one application each');
  process.stdout.write(comparison(positionals));
} catch (error) {
  process.stderr.write(`The comparison could not run: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function comparison(paths) {
  const sets = paths.map((path) => ({ name: basename(path), objects: objectsIn(path) }));
  const tools = TOOLS.map((tool) => ({ ...tool, before: sets.map(({ objects }) => report(tool, objects, folder)) }))
    .filter(({ before }) => before.every((counts) => counts !== undefined));
  const names = tools.map(({ name }) => name);
  const rows = noticed(sets, tools);
  const totals = rows.map(([, ...counts]) => counts).reduce(added);
  const findings = tools.map(({ before }) => before.flatMap((counts) => [...counts.values()]).reduce((a, b) => a + b, 0));
  return [
    'What is noticed when one thing is broken',
    table(['', 'broken', ...names], [...rows, ['all', ...totals]].map(asTexts)),
    'Findings on the manifests as they are',
    table(['', ...names], [['findings', ...findings]].map(asTexts)),
  ].join('\n');
}

/** A row for each defect: its name, how many sets it breaks, and how many of them each tool notices. */
function noticed(sets, tools) {
  const rows = new Map();
  sets.forEach(({ name, objects }, index) => mutantsOf(objects, Number(most)).forEach(({ name: defect, mutants }) => {
    process.stderr.write(`${name}: ${defect}\n`);
    const counts = tools.map((tool) => mutants.filter((mutant) => notices(tool, index, mutant)).length);
    rows.set(defect, added(rows.get(defect) ?? [0, ...tools.map(() => 0)], [mutants.length, ...counts]));
  }));
  return [...rows].filter(([, [mutants]]) => mutants > 0).map(([defect, counts]) => [defect, ...counts]);
}

function notices(tool, index, mutant) {
  const counts = report(tool, mutant, folder);
  // What makes a tool break off is noticed too.
  return counts === undefined || isMore(tool.before[index], counts);
}

function objectsIn(path) {
  const files = statSync(path).isDirectory() ? readdirSync(path).filter((name) => /\.ya?ml$/.test(name)).map((name) => join(path, name)) : [path];
  return files.flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()))
    .filter((object) => object?.kind !== undefined && object.kind !== 'CustomResourceDefinition');
}

function added(counts, others) {
  return counts.map((count, column) => count + others[column]);
}

function asTexts(row) {
  return row.map(String);
}
