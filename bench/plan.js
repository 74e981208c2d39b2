const SERVICES = { app: 'services', ways: ['cdk8s-l4', 'ApiObject', 'cdk8s-plus-27'], title: 'services' };
const FORWARDS = { app: 'forwards', ways: ['cdk8s-l4', 'ApiObject'], title: 'forwards' };
const CHARTS = { app: 'charts', ways: ['cdk8s-l4', 'ApiObject'], title: 'services in 100 charts' };
const MANIFEST = { app: 'manifest', ways: ['cdk8s-l4', 'Include'], title: 'forward in a YAML file' };

const SIZES = [10, 100, 1000, 10000];

/** What is compared: the first way with the others, in as many rounds as it takes for a steady median. */
exports.planOf = ({ quick }) => {
  const rounds = quick ? 5 : 9;
  const sizes = quick ? SIZES.filter((size) => size <= 1000) : SIZES;
  return {
    importRounds: quick ? 15 : 31,
    comparisons: [
      ...[SERVICES, FORWARDS].flatMap((subject) => sizes.map((size) => comparison(subject, size, rounds))),
      comparison(CHARTS, 1000, rounds),
      comparison(MANIFEST, 1, rounds),
    ],
  };
};

function comparison(subject, size, rounds) {
  return { ...subject, size, rounds, name: `${size.toLocaleString('en-US')} ${subject.title}` };
}
