const { table } = require('./table');

const FIGURES = { elapsed: 'elapsed ms', processor: 'processor ms', unchecked: 'without checks', memory: 'peak MB' };

const LEGEND = `  A service is a ClusterIpService, a forward is one through ingress-nginx to a service of its own. Times are of construction and
  synthesis, medians of fresh processes; "without checks" is processor time without the analysis at synthesis.
`;

const SHARE_LEGEND = `  What a program takes that builds the tree and calls app.synth(): with the analysis, less without it, divided by with it. Elapsed from the
  start of its process, as its user waits; processor time of all its threads, once its modules are loaded. The median of pairs of fresh processes.
`;

/** All that was measured, for a person. */
exports.report = ({ environment, import: imports, comparisons, growth, expectations }) => [
  section('Synthesis: cdk8s-l4 / other way, and their ratio', synthesisTable(comparisons), LEGEND),
  section('Share of the analysis at synthesis', shareTable(comparisons), SHARE_LEGEND),
  section('Growth: time per object at 10,000 over time per object at 1,000', growth.length > 0 ? growthTable(growth) : '  not measured with --quick\n'),
  section('Import', importTable(imports)),
  section('Expectations', expectationTable(expectations)),
  section(`Node ${environment.node}, ${environment.processors}, ${packagesOf(environment)}`),
].join('');

function synthesisTable(comparisons) {
  return table(['', 'other way', ...Object.values(FIGURES).flatMap((title) => [title, ''])], comparisons.flatMap(({ name, ways }) => {
    const [[, own], ...others] = Object.entries(ways);
    return others.map(([way, other]) => [name, way, ...Object.keys(FIGURES).flatMap((figure) => ratio(own[figure], other[figure]))]);
  }));
}

function ratio(own, other) {
  return [`${own.toFixed(0)} / ${other.toFixed(0)}`, (own / other).toFixed(2)];
}

function shareTable(comparisons) {
  const percent = (share) => `${(share * 100).toFixed(0)} %`;
  return table(['', 'elapsed ms with', 'without', 'share', 'processor ms with', 'without', 'share'], comparisons.map(({ name, ways }) => {
    const [{ program, uncheckedProgram, share, processor, unchecked, processorShare }] = Object.values(ways);
    return [name, program.toFixed(0), uncheckedProgram.toFixed(0), percent(share), processor.toFixed(0), unchecked.toFixed(0), percent(processorShare)];
  }));
}

function growthTable(growth) {
  return table(['', 'way', 'growth'], growth.map(({ title, way, growth: factor }) => [title, way, factor.toFixed(2)]));
}

function importTable({ cdk8s, library, names }) {
  const row = (module, { elapsed, processor }) => [module, elapsed.toFixed(1), processor.toFixed(1)];
  return table(['', FIGURES.elapsed, FIGURES.processor], [
    row('cdk8s', cdk8s), row('cdk8s-l4, beyond cdk8s', library), row('first use of all its names', names),
  ]);
}

function expectationTable(expectations) {
  const rows = expectations.map(({ met, what, atMost, measured }) => [met ? 'met' : 'NOT MET', what, atMost.toFixed(2), measured.toFixed(2)]);
  return table(['', '', 'at most', 'measured'], rows);
}

function packagesOf({ packages }) {
  return Object.entries(packages).map(([name, version]) => `${name} ${version}`).join(', ');
}

function section(heading, ...texts) {
  return ['', heading, ...texts].join('\n').trimEnd().concat('\n');
}
