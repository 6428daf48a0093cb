/** Lines of groups: headings and lists as the file has them. */
import { rawOf } from '../../../markdown/nodes.ts';
import type { NewEntry, NewGroup } from '../changelog-section.ts';
import { bulletOf, entryLines, firstBullet } from './bullets.ts';
import { sameGroup } from './group-names.ts';
import type { Group } from './groups.ts';
import { type HeadingMark, headingWords, markLike, plainMark } from './heading-mark.ts';
import type { Body } from './release-body.ts';

/** Blank lines. */
export const blank = (count: number): string[] => Array<string>(count).fill('');

/** The lines of a list of its own, with the bullets of the release itself, else those of the file. */
export const listLines = ({ log, habits, nodes }: Body, entries: readonly NewEntry[]): string[] => {
  const own = nodes.find((node) => node.type === 'list');
  const bullet = own === undefined ? habits.bullet : bulletOf(log.source, own);
  return entryLines(entries, firstBullet(bullet), habits.betweenItems);
};

const isUpper = (words: string): boolean => words === words.toUpperCase() && words !== words.toLowerCase();

// `**Fixed bugs:**` for another title, in capitals where it is.
const lineLike = (line: string, own: string, title: string): string =>
  own === title ? line : line.replace(own, () => (isUpper(own) ? title.toUpperCase() : title));

// The words and marks of a heading of the same name or meaning in the file, newest first.
const groupHeading = ({ log, habits, depth }: Body, title: string): readonly string[] => {
  const all = log.blocks.flatMap(({ groups }) => groups);
  const rank = habits.groupDepth ?? Math.min(6, depth + 1);
  const sameRank = all.filter((group) => group.depth === rank);
  const named = sameGroup(title, sameRank);
  const like = named ?? sameRank[0];
  if (like?.head.type === 'paragraph') return [lineLike(rawOf(log.source, like.head), like.title, named?.title ?? title)];
  const mark: HeadingMark = like === undefined ? plainMark(rank) : markLike(log.source, like.head);
  return mark(named?.head.type === 'heading' ? headingWords(log.source, named.head) : title);
};

/** A group with its heading. */
export const groupLines = (body: Body, { title, entries }: NewGroup): string[] => [
  ...groupHeading(body, title),
  ...blank(body.habits.belowGroup),
  ...listLines(body, entries),
];

/** A group, and where it goes. */
export interface Placed {
  readonly group: NewGroup;
  /** The group that is there already. */
  readonly into: Group | undefined;
}

/** Where groups go; two names that mean the same in this file are one group. */
export const placesOf = (body: Body, groups: readonly NewGroup[]): Placed[] => {
  const places = new Map<unknown, Placed>();
  for (const group of groups) {
    const into = sameGroup(group.title, body.groups);
    const key = into ?? groupHeading(body, group.title).join('\n');
    const before = places.get(key)?.group;
    places.set(key, { into, group: before === undefined ? group : { ...before, entries: [...before.entries, ...group.entries] } });
  }
  return [...places.values()];
};

/** Lines for a release that is new, from below its heading on. */
export const newBodyLines = (body: Body, groups: readonly NewGroup[]): string[] => {
  const { habits } = body;
  if (groups.length === 0) return [];
  if (habits.isFlat)
    return [
      ...blank(habits.belowRelease),
      ...listLines(
        body,
        groups.flatMap(({ entries }) => entries),
      ),
    ];
  return placesOf({ ...body, groups: [] }, groups).flatMap(({ group }, index) => [
    ...blank(index === 0 ? habits.belowRelease : habits.aboveGroup),
    ...groupLines(body, group),
  ]);
};
