/** The name that is wanted, or one with a number behind it where that is taken: `sql`, `sql-2`, `sql-3`. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let copy = 2; isTaken(name); copy += 1) name = `${wanted}-${copy}`;
  return name;
}
