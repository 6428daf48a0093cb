/** What a change is to users, by its type, or by its group where it is a fragment without one. */
import type { Change, ReleaseChanges } from '../model/changes.ts';

export type Nature = 'feature' | 'fix' | 'performance';

const types: Readonly<Record<Nature, string>> = { feature: 'feat', fix: 'fix', performance: 'perf' };
const groups: Readonly<Partial<Record<Nature, string>>> = { feature: 'Added', fix: 'Fixed' };

/** The changes of one nature, in the order in which they are listed. */
export const changesOf = ({ groups: listed }: ReleaseChanges, nature: Nature): Change[] =>
  listed.flatMap(({ title, changes }) =>
    changes.filter(({ type }) => type === types[nature] || (type === undefined && title === groups[nature])),
  );
