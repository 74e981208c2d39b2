const { execFileSync } = require('child_process');
const { join, resolve } = require('path');
const { medians } = require('./medians');
const { findPeer, PEERS, versionOf } = require('./peers');
const { rotated } = require('./rotated');

/** What whole commands take for one file, medians of runs in turn; a peer that cannot be had is left out, with the reason. */
exports.compareCommands = (file, rounds) => {
  const { tools, leftOut } = available();
  const runs = new Map(tools.map((tool) => [tool, []]));
  for (const tool of tools) measure(tool, file);
  for (let round = 0; round < rounds; round += 1) {
    for (const tool of rotated(tools, round)) runs.get(tool).push(measure(tool, file));
  }
  return { rounds, commands: tools.map((tool) => ({ ...tool, ...medians(runs.get(tool)) })), leftOut };
};

const OWN = {
  name: 'cdk8s-l4',
  version: require('../package.json').version,
  asked: 'its default checks, for its default version of Kubernetes',
  command: [process.execPath, resolve(__dirname, '../lib/cli/bin.js'), 'check'],
};

function available() {
  const tools = [OWN];
  const leftOut = [];
  for (const peer of PEERS) {
    try {
      const path = findPeer(peer);
      tools.push({ name: peer.name, version: versionOf(path, peer), asked: peer.asked, command: [path, ...peer.options()] });
    } catch ({ message }) {
      leftOut.push({ name: peer.name, reason: message });
    }
  }
  return { tools, leftOut };
}

/** All of them find something, so that exit codes tell nothing. */
function measure({ command }, file) {
  return JSON.parse(execFileSync('python3', [join(__dirname, 'measure_command.py'), ...command, file], { encoding: 'utf8' }));
}
