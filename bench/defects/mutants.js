/** Every change in up to `most` places of a set, spread over it: copies of the set with one thing changed in each. */
exports.mutantsOf = (changes, objects, most) => changes.map(({ name, adds, places }) => {
  const count = places(objects).length;
  const chosen = Array.from({ length: Math.min(most, count) }, (_, index) => Math.floor(index * count / Math.min(most, count)));
  return { name, adds, mutants: chosen.flatMap((index) => mutant(objects, places, index) ?? []) };
});

function mutant(objects, places, index) {
  const copy = structuredClone(objects);
  return places(copy)[index]() === false ? undefined : [copy];
}
