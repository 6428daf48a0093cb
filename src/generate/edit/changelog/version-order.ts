/** The order of versions as headings write them. */
import { compareCores } from '../../../model/version-order.ts';
import { compareSuffixes } from '../../../model/written-order.ts';
import { parseVersion } from '../../../read/version.ts';

/** Negative when `a` is older, 0 when neither is, or when one is no version. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) return 0;
  return compareCores(left.core, right.core) || compareSuffixes(left.prerelease, right.prerelease);
};
