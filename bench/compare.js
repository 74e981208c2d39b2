const { mkdirSync } = require('fs');
const { join } = require('path');
const { runFresh } = require('./child');
const { medians } = require('./medians');
const { rotated } = require('./rotated');
const { checkSameOutput } = require('./same-output');

/** Runs the ways of a comparison in turn, so that whatever else the machine does meets all of them; medians of all rounds. */
exports.compare = async ({ app, ways, title, name, size, rounds }, folder, inputs) => {
  const results = new Map(ways.map((way) => [way, []]));
  const outputs = new Map(ways.map((way) => [way, newFolder(folder, `${app}-${size}-${way}`)]));
  const run = (way, ...more) => runFresh('measure-synth.js', app, way, `${size}`, outputs.get(way), JSON.stringify(inputs), ...more);
  const measure = async (way) => withShare(await run(way), way === ways[0] ? await run(way, 'unchecked') : undefined);

  for (const way of ways) await measure(way);
  for (const way of ways.filter(writesTheSame)) checkSameOutput(name, outputs.get(ways[0]), outputs.get(way));
  for (let round = 0; round < rounds; round++) {
    for (const way of rotated(ways, round)) results.get(way).push(await measure(way));
  }
  return { app, title, name, size, rounds, ways: Object.fromEntries(ways.map((way) => [way, medians(results.get(way))])) };
};

/** The share of the analysis: the time with it, less that without it, divided by that with it. */
function withShare(result, without = result) {
  const share = (figure) => (result[figure] - without[figure]) / result[figure];
  return { ...result, unchecked: without.processor, uncheckedProgram: without.program, share: share('program'), processorShare: share('processor') };
}

const writesTheSame = (way) => way !== 'cdk8s-plus-27';

function newFolder(parent, name) {
  const path = join(parent, name);
  mkdirSync(path);
  return path;
}
