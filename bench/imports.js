const { runFresh } = require('./child');
const { medians } = require('./medians');

/** What `require('cdk8s')` takes, what `require('cdk8s-l4')` takes beyond it, and what the use of all its names takes beyond that. */
exports.compareImports = async (rounds) => {
  const results = [];
  await runFresh('measure-import.js');
  for (let round = 0; round < rounds; round++) results.push(await runFresh('measure-import.js'));
  const [cdk8s, library, names] = ['cdk8s', 'library', 'names'].map((part) => medians(results.map((result) => result[part])));
  return { rounds, cdk8s, library, names };
};
