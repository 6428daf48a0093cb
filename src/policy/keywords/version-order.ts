/** `versionOrder`: releases stand newest first, by Semantic Versioning; a later date excuses a lower version (a maintenance release). */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';

interface Value {
  readonly core: string;
  readonly prerelease: string;
  readonly date: string;
}

interface Release {
  readonly core: readonly number[];
  readonly prerelease: string | undefined;
  readonly date: string | undefined;
  readonly index: number;
}

const compareNumbers = (a: readonly number[], b: readonly number[]): number => {
  const length = Math.max(a.length, b.length);
  const differing = Array.from({ length }, (_, index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0);
  return differing ?? 0;
};

// SemVer 2.0.0 §11: numbers before words, fewer fields before more, any prerelease before its release.
const comparePrereleases = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (one === other) continue;
    const [x, y] = [Number(one), Number(other)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return -1;
};

const compare = (a: Release, b: Release): number => compareNumbers(a.core, b.core) || comparePrereleases(a.prerelease, b.prerelease);

// Without dates, a release of another major line above is excused when the nearest of the same line is in order.
const isMaintained = (before: readonly Release[], above: Release, release: Release): boolean => {
  const kin = before.findLast(({ core }) => core[0] === release.core[0]);
  return above.date === undefined && kin !== undefined && kin.core[0] !== above.core[0] && compare(kin, release) >= 0;
};

const releasesOf = (items: readonly unknown[], value: Value): Release[] =>
  items.flatMap((item, index) => {
    const core = valueAt(item, value.core);
    const text = (pointer: string): string | undefined => valueAt(item, pointer) as string | undefined;
    return Array.isArray(core) ? [{ core: core as number[], prerelease: text(value.prerelease), date: text(value.date), index }] : [];
  });

export const versionOrder = keyword<readonly unknown[], Value>({
  name: 'versionOrder',
  type: 'array',
  metaSchema: {
    type: 'object',
    required: ['core', 'prerelease', 'date'],
    additionalProperties: false,
    properties: { core: { type: 'string' }, prerelease: { type: 'string' }, date: { type: 'string' } },
  },
  check: (items, value) =>
    releasesOf(items, value).flatMap((release, position, all): Fault[] => {
      const above = all[position - 1];
      if (above === undefined || compare(above, release) >= 0 || isMaintained(all.slice(0, position), above, release)) return [];
      if (above.date !== undefined && release.date !== undefined && above.date > release.date) return [];
      return [
        {
          pointer: `/${release.index}`,
          message: 'stands below an older version',
          params: { firstPointer: `/${above.index}`, above: above.core.join('.') },
        },
      ];
    }),
});
