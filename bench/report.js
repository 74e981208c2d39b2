const { table } = require('./table');

/** All that was measured, for a person. */
exports.report = ({ environment, import: imports, comparisons, growth, expectations }) => [
  section('Synthesis: cdk8s-l4 / other way, and their ratio', table(
    ['what', 'other way', 'elapsed ms', '', 'processor ms', '', 'peak MB', ''], comparisons.flatMap(comparisonRows))),
  section('Growth: time per object at 10,000 over time per object at 1,000', growth.length === 0 ? '  not measured with --quick\n' : table(
    ['what', 'way', 'growth'], growth.map(({ title, way, growth: factor }) => [title, way, factor.toFixed(2)]))),
  section('Import', table(
    ['module', 'elapsed ms', 'processor ms'], [['cdk8s', ...times(imports.cdk8s)], ['cdk8s-l4, beyond cdk8s', ...times(imports.library)]])),
  section('Expectations', table(
    ['', 'what', 'at most', 'measured'],
    expectations.map(({ met, what, atMost, measured }) => [met ? 'met' : 'NOT MET', what, atMost.toFixed(2), measured.toFixed(2)]))),
  section(`Medians of fresh processes; Node ${environment.node}, ${environment.processors}, ${packagesOf(environment)}`, ''),
].join('');

/** A line for each way that the first one is compared with. */
function comparisonRows({ name, ways }) {
  const [[, own], ...others] = Object.entries(ways);
  return others.map(([way, other]) => [name, way, ...['elapsed', 'processor', 'memory'].flatMap((figure) => ratio(own[figure], other[figure]))]);
}

function ratio(own, other) {
  return [`${own.toFixed(0)} / ${other.toFixed(0)}`, (own / other).toFixed(2)];
}

function times({ elapsed, processor }) {
  return [elapsed.toFixed(1), processor.toFixed(1)];
}

function packagesOf({ packages }) {
  return Object.entries(packages).map(([name, version]) => `${name} ${version}`).join(', ');
}

function section(heading, text) {
  return `\n${heading}\n${text}`;
}
