/** An item and the earlier one that has the same key. */
export interface Repeated<T> {
  readonly item: T;
  readonly first: T;
}

/** The items whose key an earlier one has; those without a key have none in common. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Repeated<T>[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first !== undefined) return [{ item, first }];
    firsts.set(key, item);
    return [];
  });
}
