// Compares this library with raw ApiObjects and with cdk8s-plus-27, as ratios in one run: every figure is the median of several
// fresh processes, and the ways that are compared take turns. `--quick` leaves out the large apps, `--json` prints JSON.
// It says which expectations are met; it fails only when it could not measure.
const { existsSync, mkdtempSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { join, resolve } = require('path');
const { compare } = require('./compare');
const { environment } = require('./environment');
const { expectationsOf } = require('./expectations');
const { growthOf } = require('./growth');
const { compareImports } = require('./imports');
const { planOf } = require('./plan');
const { report } = require('./report');

const OPTIONS = ['--quick', '--json'];

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`\nThe benchmark could not run: ${error.message}\n`);
  process.exitCode = 1;
});

async function main(options) {
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown) throw new Error(`"${unknown}" is no option; there are ${OPTIONS.join(' and ')}`);
  if (!existsSync(resolve(__dirname, '../lib/index.js'))) throw new Error('lib/ is missing; "npm run compile" makes it');
  const results = await inTemporaryFolder((folder) => measure(planOf({ quick: options.includes('--quick') }), folder));
  process.stdout.write(options.includes('--json') ? `${JSON.stringify(results, undefined, 2)}\n` : report(results));
}

async function measure({ importRounds, comparisons }, folder) {
  const { writeInputs } = require('./inputs');
  const inputs = writeInputs(folder);
  const measured = [];
  for (const [index, comparison] of comparisons.entries()) {
    progress(`${index + 1} of ${comparisons.length + 1}: ${comparison.name}`);
    measured.push(await compare(comparison, folder, inputs));
  }
  progress(`${comparisons.length + 1} of ${comparisons.length + 1}: import`);
  const results = { environment: environment(), import: await compareImports(importRounds), comparisons: measured, growth: growthOf(measured) };
  progress('');
  return { ...results, expectations: expectationsOf(results) };
}

async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line that is written over on a terminal, a line each elsewhere. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  else if (text) process.stderr.write(`${text}\n`);
}
