/** The precedence of versions: Semantic Versioning 2.0.0, section 11; cores of other lengths go by their numbers. */

/** Negative when `a` is lower; a missing number counts as 0. */
export const compareCores = (a: readonly number[], b: readonly number[]): number => {
  const length = Math.max(a.length, b.length);
  const differing = Array.from({ length }, (_, index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0);
  return differing ?? 0;
};

// Numbers compare as numbers and stand below words.
const compareIdentifier = (a: string, b: string): number => {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Dot-separated identifiers, one by one; what has more of them is higher. */
export const compareIdentifiers = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    const order = other === undefined ? 1 : compareIdentifier(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

/** Prereleases such as `rc.1`; a version without one is higher than all of its prereleases. */
export const comparePrereleases = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return compareIdentifiers(a.split('.'), b.split('.'));
};
