const { runFresh } = require('./child');
const { medians } = require('./medians');

/** What `require('cdk8s')` takes, and what `require('cdk8s-l4')` takes beyond it. */
exports.compareImports = async (rounds) => {
  const results = [];
  await runFresh('measure-import.js');
  for (let round = 0; round < rounds; round++) results.push(await runFresh('measure-import.js'));
  return { rounds, cdk8s: medians(results.map(({ cdk8s }) => cdk8s)), library: medians(results.map(({ library }) => library)) };
};
