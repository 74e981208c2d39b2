const WAY = 'cdk8s-l4';
const RAW = 'ApiObject';
const MOST_TIMES_RAW = 1.15;
const MOST_IMPORT_MILLISECONDS = 15;
const MOST_SHARE = 0.15;
// Linear is about 1: the small app pays more for the compilation of code, the large one for the collection of garbage.
const MOST_GROWTH = 1.2;

/**
 * What this library promises, and whether the measurements hold it; times are processor times, which depend least on other work, and
 * shares are of the time that a user waits.
 */
exports.expectationsOf = ({ import: imports, comparisons, growth }) => [
  expectation('import: ms beyond cdk8s', imports.library.processor, MOST_IMPORT_MILLISECONDS),
  ...comparisons.filter(({ size, ways }) => size >= 1000 && ways[RAW]).flatMap(timesRaw),
  ...comparisons.filter(({ size, ways }) => size >= 10000 && ways[WAY]).map(({ name, ways }) => expectation(`${name}: share of the analysis`, ways[WAY].share, MOST_SHARE)),
  ...growth.filter(({ way }) => way === WAY).map((measured) => expectation(`${measured.title}: growth`, measured.growth, MOST_GROWTH)),
];

function timesRaw({ name, ways }) {
  const timesMore = (figure) => ways[WAY][figure] / ways[RAW][figure];
  return [
    expectation(`${name}: time over ${RAW}, without checks`, timesMore('unchecked'), MOST_TIMES_RAW),
    expectation(`${name}: time over ${RAW}`, timesMore('processor'), MOST_TIMES_RAW),
    expectation(`${name}: memory over ${RAW}`, timesMore('memory'), MOST_TIMES_RAW),
  ];
}

function expectation(what, measured, atMost) {
  return { what, atMost, measured, met: measured <= atMost };
}
