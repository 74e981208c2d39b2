// Measures "cdk8s-l4 check" on sets of growing size: processor time of each part, and peak memory. Where kube-linter, kube-score
// or kubeconform are on the PATH, the elapsed times of whole commands on one set are set beside each other.
//
//   node bench/check.js [--sizes 100,1000,10000,100000] [--shape-size 10000] [--compare-at 1000] [--json]
const { spawnSync } = require('child_process');
const { existsSync, mkdtempSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { join, resolve } = require('path');
const { parseArgs } = require('util');
const { writeSet } = require('./check-set');
const { SHAPES, writeShape } = require('./check-shapes');
const { runFresh } = require('./child');
const { table } = require('./table');

const OPTIONS = {
  'sizes': { type: 'string', default: '100,1000,10000,100000' },
  'compare-at': { type: 'string', default: '1000' },
  'shape-size': { type: 'string', default: '10000' },
  'json': { type: 'boolean', default: false },
};

const COMMANDS = [
  ['cdk8s-l4', (file) => [process.execPath, resolve(__dirname, '../lib/cli/bin.js'), 'check', file]],
  ['kube-linter', (file) => ['kube-linter', 'lint', file]],
  ['kube-score', (file) => ['kube-score', 'score', file]],
  // It would wait for a schema server; without schemas it reads only.
  ['kubeconform', (file) => ['kubeconform', '-ignore-missing-schemas', '-schema-location', join(__dirname, 'no-schemas.json'), file]],
];

main(parseArgs({ options: OPTIONS }).values).catch((error) => {
  process.stderr.write(`The benchmark could not run: ${error.message}\n`);
  process.exitCode = 1;
});

async function main({ sizes, 'compare-at': compareAt, 'shape-size': shapeSize, json }) {
  if (!existsSync(resolve(__dirname, '../lib/cli/bin.js'))) throw new Error('lib/ is missing; "npm run compile" makes it');
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-check-'));
  try {
    const growth = [];
    for (const objects of sizes.split(',').map(Number)) growth.push(await measure(folder, objects));
    const shapes = [];
    for (const shape of SHAPES) shapes.push(await measureShape(folder, shape, Number(shapeSize)));
    const commands = compare(folder, Number(compareAt));
    process.stdout.write(json ? `${JSON.stringify({ growth, shapes, commands }, undefined, 2)}\n` : report({ growth, shapes, commands, compareAt }));
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

/** The shortest of three runs of each command that is there; all of them find something, so that exit codes tell nothing. */
function compare(folder, objects) {
  const file = join(folder, 'compared.yaml');
  writeSet(file, objects);
  return COMMANDS.flatMap(([name, command]) => {
    const first = elapsed(command(file));
    return first === undefined ? [] : [{ name, milliseconds: Math.min(first, elapsed(command(file)), elapsed(command(file))) }];
  });
}

function elapsed([program, ...args]) {
  const start = performance.now();
  const { error } = spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 });
  return error ? undefined : performance.now() - start;
}

function report({ growth, shapes, commands, compareAt }) {
  const rows = growth.map(({ objects, phases, findings, peakMegabytes }) => {
    const { read, model, checks, report: rendering } = phases;
    const perObject = (model + checks) * 1000 / objects;
    return [objects, read, model, checks, rendering, perObject, peakMegabytes, findings].map((value) => String(Math.round(value)));
  });
  const compared = commands.map(({ name, milliseconds }) => [name, String(Math.round(milliseconds))]);
  return [
    'Processor time of a check, in milliseconds, and peak memory in megabytes',
    table(['objects', 'read', 'model', 'checks', 'report', 'model + checks, µs an object', 'peak memory', 'findings'], rows),
    'Shapes in which many objects have to do with one: model and checks, in milliseconds; a growth of 1 is linear',
    table(['shape', 'size', 'a tenth', 'all', 'growth'], shapes.map(({ name, size, tenth, whole, growth: factor }) => [name, `${size}`, tenth.toFixed(0), whole.toFixed(0), factor.toFixed(2)])),
    `Whole commands on ${compareAt} objects, elapsed milliseconds`,
    table(['command', 'ms'], compared),
  ].join('\n');
}
