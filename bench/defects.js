// Changes real manifests in known ways, one way at a time, and counts what is reported: by "cdk8s-l4 check", and by those of
// kube-score, kube-linter, checkov, Monokle, kubeconform and kubectl-validate that are there, or by those that --tool names.
// First each change breaks something, and what is noticed counts: a rule is reported more often than for the manifests as they
// are, at whatever severity. Then nothing is broken by the changes, and what is reported more often is a false alarm.
// A folder or file is one application, several joined by commas are one, too; --most limits the places of a change in each.
// The tools are looked for on the PATH. kubeconform needs KUBERNETES_OPENAPI as well, the path of the file
// api/openapi-spec/swagger.json of the Go module k8s.io/kubernetes, and Monokle a folder that has it in MONOKLE.
//
//   node bench/defects.js [--most 4] [--tool cdk8s-l4] path...
const { mkdtempSync, rmSync, writeFileSync } = require('fs');
const { tmpdir } = require('os');
const { join } = require('path');
const { parseArgs } = require('util');
const { stringify } = require('yaml');
const { DEFECTS } = require('./defects/defects');
const { HARMLESS } = require('./defects/harmless');
const { mutantsOf } = require('./defects/mutants');
const { setsOf } = require('./defects/sets');
const { isMore, isNew, reportsOf, TOOLS } = require('./defects/tools');
const { table } = require('./table');

const { values: { most, tool: wanted }, positionals } = parseArgs({
  options: { most: { type: 'string', default: '4' }, tool: { type: 'string', multiple: true, default: TOOLS.map(({ name }) => name) } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-defects-'));
let files = 0;
try {
  if (positionals.length === 0) throw new Error('no manifests: give folders or files that hold one application each');
  const unknown = wanted.find((name) => !TOOLS.some((tool) => tool.name === name));
  if (unknown) throw new Error(`no tool "${unknown}": there are ${TOOLS.map(({ name }) => name).join(', ')}`);
  process.stdout.write(comparison(setsOf(positionals)));
} catch (error) {
  process.stderr.write(`The comparison could not run: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function comparison(sets) {
  const before = sets.map(({ objects }) => written(objects));
  const [broken, harmless] = [DEFECTS, HARMLESS].map((changes) => sets.flatMap(({ objects }, set) => cases(changes, objects, set)));
  const all = [...before, ...[...broken, ...harmless].map(({ file }) => file)];
  const tools = TOOLS.filter(({ name }) => wanted.includes(name)).flatMap((tool) => {
    process.stderr.write(`${tool.name}: ${all.length} runs\n`);
    const reports = reportsOf(tool, all, folder);
    if (!reports || before.some((_, set) => !reports[set])) return [];
    return [{ name: tool.name, before: reports.slice(0, sets.length), after: new Map(all.map((file, index) => [file, reports[index]])) }];
  });
  return [
    'Noticed, where one thing is broken', countsTable('broken', broken, tools),
    'False alarms, where nothing is broken', countsTable('changes', harmless, tools),
    'Findings on the manifests as they are',
    table(['', ...tools.map(({ name }) => name)], [['findings', ...tools.map(findings)]].map(asTexts)),
  ].join('\n');
}

/** The copies of a set with one change each, as files. */
function cases(changes, objects, set) {
  return mutantsOf(changes, objects, Number(most)).flatMap(({ name, adds, mutants }) => mutants.map((mutant) => ({ name, adds, set, file: written(mutant) })));
}

function written(objects) {
  const file = join(folder, `${files += 1}.yaml`);
  writeFileSync(file, objects.map((object) => `---\n${stringify(object, { version: '1.1', aliasDuplicateObjects: false })}`).join(''));
  return file;
}

/** A row for each change: in how many places it was made, and after how many of them each tool reports more. */
function countsTable(heading, made, tools) {
  const names = [...new Set(made.map(({ name }) => name))];
  const rowOf = (name, some) => [name, some.length, ...tools.map((tool) => some.filter((change) => isReported(tool, change)).length)];
  return table(['', heading, ...tools.map(({ name }) => name)], [...names.map((name) => rowOf(name, made.filter((change) => change.name === name))), rowOf('all', made)].map(asTexts));
}

function isReported({ before, after }, { set, file, adds }) {
  const counts = after.get(file);
  // What makes a tool break off is noticed too.
  return counts === undefined || (adds ? isNew : isMore)(before[set], counts);
}

function findings({ before }) {
  return before.flatMap((counts) => [...counts.values()]).reduce((a, b) => a + b, 0);
}

function asTexts(row) {
  return row.map(String);
}
