const { execFile } = require('child_process');
const { join } = require('path');
const { promisify } = require('util');

const run = promisify(execFile);

/** What a script of this folder prints as JSON, run in a fresh process. */
exports.runFresh = async (script, ...args) => {
  const { stdout } = await run(process.execPath, [join(__dirname, script), ...args]);
  return JSON.parse(stdout);
};
