// What the parts of a check of one file take, in this process: reading, the model, the checks, the report.
const { resolve } = require('path');
const { startStopwatch } = require('./stopwatch');

const library = (path) => require(resolve(__dirname, '../lib', path));
const { checksFor, networkOf, reportOn } = library('analysis/analyze');
const { readInputs } = library('analysis/read-inputs');
const { runChecks } = library('checks/run-checks');
const { renderJson } = library('report/json');

const phases = {};
const input = timed('read', () => readInputs([process.argv[2]]));
const network = timed('model', () => networkOf(input, {}));
const results = timed('checks', () => runChecks(checksFor({}), network));
const findings = timed('report', () => JSON.parse(renderJson(reportOn(network, {}, results)))).findings.length;
// maxRSS is in kibibytes: https://nodejs.org/api/process.html#processresourceusage
process.stdout.write(JSON.stringify({ phases, findings, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));

function timed(phase, work) {
  const stop = startStopwatch();
  const result = work();
  phases[phase] = stop().processor;
  return result;
}
