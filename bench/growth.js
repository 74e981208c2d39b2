const [SMALL, LARGE] = [1000, 10000];

/** The time per object in a large app over the time per object in a smaller one: 1 where the work grows with the objects. */
exports.growthOf = (comparisons) => comparisons.filter(({ size }) => size === LARGE).flatMap(({ app, title, ways }) => {
  const smaller = comparisons.find((other) => other.app === app && other.size === SMALL);
  return Object.keys(ways).map((way) => ({
    title,
    way,
    growth: (ways[way].processor / LARGE) / (smaller.ways[way].processor / SMALL),
  }));
});
