// Measures "cdk8s-l4 check" on sets of growing size: processor time of each part, and peak memory. Then whole commands on one
// set beside each other, in turn: "cdk8s-l4 check", kube-linter, kube-score and kubeconform. These are looked for in the folder
// PEERS and on the PATH, and Go builds those that are not there; what cannot be had is left out. kubeconform reads schemas made
// from KUBERNETES_OPENAPI, the file api/openapi-spec/swagger.json of Kubernetes, or from the Go module k8s.io/kubernetes.
//
//   node bench/check.js [--sizes 100,1000,10000,100000] [--shape-size 10000] [--compare-at 10000] [--rounds 7] [--json]
const { existsSync, mkdtempSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { join, resolve } = require('path');
const { parseArgs } = require('util');
const { writeSet } = require('./check-set');
const { SHAPES, writeShape } = require('./check-shapes');
const { runFresh } = require('./child');
const { compareCommands } = require('./compare-commands');
const { environment } = require('./environment');
const { table } = require('./table');

const OPTIONS = {
  'sizes': { type: 'string', default: '100,1000,10000,100000' },
  'compare-at': { type: 'string', default: '10000' },
  'rounds': { type: 'string', default: '7' },
  'shape-size': { type: 'string', default: '10000' },
  'json': { type: 'boolean', default: false },
};

main(parseArgs({ options: OPTIONS }).values).catch((error) => {
  process.stderr.write(`The benchmark could not run: ${error.message}\n`);
  process.exitCode = 1;
});

async function main({ sizes, 'compare-at': compareAt, rounds, 'shape-size': shapeSize, json }) {
  if (!existsSync(resolve(__dirname, '../lib/cli/bin.js'))) throw new Error('lib/ is missing; "npm run compile" makes it');
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-check-'));
  try {
    const growth = [];
    for (const objects of sizes.split(',').map(Number)) growth.push(await measure(folder, objects));
    const shapes = [];
    for (const shape of SHAPES) shapes.push(await measureShape(folder, shape, Number(shapeSize)));
    const results = { environment: environment(), growth, shapes, comparison: compare(folder, Number(compareAt), Number(rounds)) };
    process.stdout.write(json ? `${JSON.stringify(results, undefined, 2)}\n` : report(results));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder, objects) {
  const file = join(folder, `${objects}.yaml`);
  writeSet(file, objects);
  return { objects, ...await runFresh('measure-check.js', file) };
}

/** What the model and the checks take for a tenth of a shape and for all of it; ten times as much is linear. */
async function measureShape(folder, { name, objectsFor }, size) {
  const [tenth, whole] = [await measureObjects(folder, objectsFor(size / 10)), await measureObjects(folder, objectsFor(size))];
  return { name, size, tenth, whole, growth: whole / tenth / 10 };
}

async function measureObjects(folder, objects) {
  const file = join(folder, 'shape.yaml');
  writeShape(file, objects);
  const { phases: { model, checks } } = await runFresh('measure-check.js', file);
  return model + checks;
}

function compare(folder, objects, rounds) {
  const file = join(folder, 'compared.yaml');
  writeSet(file, objects);
  return { objects, ...compareCommands(file, rounds) };
}

function report({ environment: { node, processors }, growth, shapes, comparison }) {
  return [
    `Node.js ${node}, ${processors}\n`,
    'Processor time of a check, in milliseconds, and peak memory in megabytes',
    growthTable(growth),
    'Shapes in which many objects have to do with one: model and checks, in milliseconds; a growth of 1 is linear',
    shapeTable(shapes),
    `Whole commands on one file of ${comparison.objects} objects, medians of ${comparison.rounds} rounds in turn, output thrown away`,
    commandTable(comparison.commands),
    ...comparison.commands.map(({ name, asked }) => `  ${name} was asked for ${asked}`),
    ...comparison.leftOut.map(({ name, reason }) => `  ${name} is left out: ${reason}`),
    '',
  ].join('\n');
}

function growthTable(growth) {
  const rows = growth.map(({ objects, phases, findings, peakMegabytes }) => {
    const { read, model, checks, report: rendering } = phases;
    const perObject = (model + checks) * 1000 / objects;
    return [objects, read, model, checks, rendering, perObject, peakMegabytes, findings].map((value) => String(Math.round(value)));
  });
  return table(['objects', 'read', 'model', 'checks', 'report', 'model + checks, µs an object', 'peak memory', 'findings'], rows);
}

function shapeTable(shapes) {
  const rows = shapes.map(({ name, size, tenth, whole, growth }) => [name, `${size}`, tenth.toFixed(0), whole.toFixed(0), growth.toFixed(2)]);
  return table(['shape', 'size', 'a tenth', 'all', 'growth'], rows);
}

function commandTable(commands) {
  const rows = commands.map(({ name, version, elapsed, processor, peakMegabytes }) => [name, version, elapsed.toFixed(0), processor.toFixed(0), peakMegabytes.toFixed(0)]);
  return table(['command', 'version', 'elapsed ms', 'processor ms', 'peak memory MB'], rows);
}
