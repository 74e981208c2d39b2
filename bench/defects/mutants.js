const { DEFECTS } = require('./defects');

/** Every defect in up to `most` places of a set, spread over it: copies of the set with one thing broken in each. */
exports.mutantsOf = (objects, most) => DEFECTS.map(({ name, places }) => {
  const count = places(objects).length;
  const chosen = [...new Set(Array.from({ length: Math.min(most, count) }, (_, index) => Math.floor(index * count / Math.min(most, count))))];
  return { name, mutants: chosen.flatMap((index) => mutant(objects, places, index) ?? []) };
});

function mutant(objects, places, index) {
  const copy = structuredClone(objects);
  return places(copy)[index]() === false ? undefined : [copy];
}
