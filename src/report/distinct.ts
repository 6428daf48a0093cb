/** Distinct names: a repeated name gets a number, so that readers which key by name lose nothing. */

/** The names in the same order, each once: `a`, `a`, `b` become `a`, `a #2`, `b`. */
export const makeDistinct = (names: readonly string[]): string[] => {
  const taken = new Set(names);
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : takeFree(taken, name, count);
  });
};

const takeFree = (taken: Set<string>, name: string, number: number): string => {
  const candidate = `${name} #${number}`;
  if (taken.has(candidate)) return takeFree(taken, `${name} #${number}`, 2);
  taken.add(candidate);
  return candidate;
};
