/** The same values in the same order, beginning further on: whoever is first in one round is not first in the next. */
exports.rotated = (values, by) => {
  const first = by % values.length;
  return [...values.slice(first), ...values.slice(0, first)];
};
