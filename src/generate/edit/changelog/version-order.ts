/** The order of versions (Semantic Versioning 2.0.0, section 11; longer and shorter ones by their numbers). */
import { parseVersion } from '../../../read/version.ts';

const compareNumbers = (a: readonly number[], b: readonly number[]): number => {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
};

// Numbers compare as numbers and stand below words.
const compareIdentifiers = (x: string, y: string): number => {
  const [left, right] = [/^\d+$/.test(x), /^\d+$/.test(y)];
  if (left && right) return Math.sign(Number(x) - Number(y));
  if (left !== right) return left ? -1 : 1;
  return x < y ? -1 : x > y ? 1 : 0;
};

const comparePrereleases = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [x, y] = [left[index], right[index]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const order = compareIdentifiers(x, y);
    if (order !== 0) return order;
  }
  return 0;
};

/** Negative when `a` is older, 0 when neither is, or when one is no version. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) return 0;
  return compareNumbers(left.core, right.core) || comparePrereleases(left.prerelease, right.prerelease);
};
