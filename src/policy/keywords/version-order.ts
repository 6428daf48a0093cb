/** `versionOrder`: releases stand newest first, by their versions as written. */
import { valueAt } from '../../model/located.ts';
import { compareCores } from '../../model/version-order.ts';
import { compareSuffixes } from '../../model/written-order.ts';
import { type Fault, keyword } from './keyword.ts';
import { pointer } from './value-schemas.ts';

interface Value {
  readonly core: string;
  readonly prerelease: string;
  readonly date: string;
  readonly within?: string;
}

interface Release {
  readonly core: readonly number[];
  readonly prerelease: string | undefined;
  readonly date: string | undefined;
  readonly within: unknown;
  readonly index: number;
}

const compare = (a: Release, b: Release): number => compareCores(a.core, b.core) || compareSuffixes(a.prerelease, b.prerelease);

// Without dates, a release of another major line above is excused when the nearest of the same line is in order.
const isMaintained = (before: readonly Release[], above: Release, release: Release): boolean => {
  const kin = before.findLast(({ core }) => core[0] === release.core[0]);
  return above.date === undefined && kin !== undefined && kin.core[0] !== above.core[0] && compare(kin, release) >= 0;
};

// 20140110 is no higher than 1.0.0: a team that changed its scheme went on from there.
const isOtherScheme = (above: Release, release: Release): boolean =>
  [above, release].filter(({ core }) => (core[0] ?? 0) >= 1900).length === 1;

// A patch of an older line may come out later, or on the same day.
const isLaterPatch = (above: Release, release: Release): boolean => {
  if (above.date === undefined || release.date === undefined || above.date < release.date) return false;
  const isPatch = (above.core[2] ?? 0) > 0;
  if (above.date > release.date) return isPatch || above.core[0] !== release.core[0];
  return isPatch && (above.core[0] !== release.core[0] || above.core[1] !== release.core[1]);
};

const releasesOf = (items: readonly unknown[], value: Value): Release[] =>
  items.flatMap((item, index) => {
    const core = valueAt(item, value.core);
    const text = (pointer: string): string | undefined => valueAt(item, pointer) as string | undefined;
    return Array.isArray(core)
      ? [
          {
            core: core as number[],
            prerelease: text(value.prerelease),
            date: text(value.date),
            within: value.within === undefined ? undefined : valueAt(item, value.within),
            index,
          },
        ]
      : [];
  });

const comparable = (all: readonly Release[]): Release[][] => {
  const lists = new Map<unknown, Release[]>();
  for (const release of all) {
    const list = lists.get(release.within);
    if (list === undefined) lists.set(release.within, [release]);
    else list.push(release);
  }
  return [...lists.values()];
};

const faultsAmong = (all: readonly Release[]): Fault[] =>
  all.flatMap((release, position): Fault[] => {
    const above = all[position - 1];
    if (above === undefined || compare(above, release) >= 0 || isMaintained(all.slice(0, position), above, release)) return [];
    if (isOtherScheme(above, release) || isLaterPatch(above, release)) return [];
    return [
      {
        pointer: `/${release.index}`,
        message: 'stands below an older version',
        params: { firstPointer: `/${above.index}`, above: above.core.join('.') },
      },
    ];
  });

export const versionOrder = keyword<readonly unknown[], Value>({
  name: 'versionOrder',
  type: 'array',
  params: ['above', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'Releases stand newest first, by their versions as written.',
    description:
      'Each release is compared with the one above it. A maintenance release of an older line may stand above a newer version: its date shows it, or, without a date, the order of its own line. A change of scheme, such as from `20140110` to `1.0.0`, is left alone. Items without `core` are left out.',
    required: ['core', 'prerelease', 'date'],
    additionalProperties: false,
    properties: {
      core: pointer('The numbers of the version, as a list: `[1, 4, 0]`.'),
      prerelease: pointer(
        'What stands behind the numbers, as text, such as `rc.1` or `post1`. `Final`, `GA` and nothing are the release itself.',
      ),
      date: pointer('The day of the release, `YYYY-MM-DD`. It may be absent.'),
      within: pointer('Only releases with the same value here are compared, such as the package that they belong to.'),
    },
  },
  check: (items, value) => comparable(releasesOf(items, value)).flatMap(faultsAmong),
});
