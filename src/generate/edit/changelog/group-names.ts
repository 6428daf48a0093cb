/** Names of groups: the order of Keep a Changelog, and what other conventions call the same. */
import { groupRank } from '../../../read/group-titles.ts';

// What other tools write for the groups of Keep a Changelog 1.1.0, in its order.
const names: readonly (readonly string[])[] = [
  [
    'features',
    'feature',
    'new',
    'newfeatures',
    'newfeature',
    'featuresadded',
    'enhancements',
    'implementedenhancements',
    'additions',
    'additionsandimprovements',
  ],
  ['changes', 'otherchanges', 'improvements'],
  ['deprecations'],
  ['removals'],
  ['bugfixes', 'bugfix', 'fixes', 'fixedbugs', 'bugsfixed'],
  ['securityfixes'],
];

/** Titles compare by their letters: `🚀 Bug Fixes` and `2. Bug fixes` are `bugfixes`. */
export const groupKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^\d+[.)]?\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The place in Keep a Changelog's order; undefined for a name of one's own. */
export const rankOf = (title: string): number | undefined => {
  const rank = names.findIndex((same) => same.includes(groupKey(title)));
  return rank < 0 ? groupRank(title) : rank;
};

/** The one that is called so, else the first that means the same. */
export const sameGroup = <T extends { readonly title: string }>(title: string, among: readonly T[]): T | undefined => {
  const rank = rankOf(title);
  return (
    among.find((other) => groupKey(other.title) === groupKey(title)) ??
    (rank === undefined ? undefined : among.find((other) => rankOf(other.title) === rank))
  );
};
