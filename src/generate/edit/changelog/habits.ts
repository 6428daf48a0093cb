/** Habits of a changelog: blank lines, bullets and ranks as its newest releases have them. */
import type { List, Nodes } from 'mdast';
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { pointAt, type Range, type Source } from '../../../model/source.ts';
import { lineStartAt } from '../splice.ts';
import { type Bullet, bulletOf } from './bullets.ts';
import { rankOf } from './group-names.ts';
import { isAside } from './groups.ts';
import { recent } from './heading-style.ts';
import { type Block, type Log, releasedOf } from './log.ts';

/** Numbers of blank lines, and what else repeats. */
export interface Habits {
  /** Between the heading of a release and what follows. */
  readonly belowRelease: number;
  /** Between the heading of a group and its list. */
  readonly belowGroup: number;
  /** Above the heading of a group that is not the first. */
  readonly aboveGroup: number;
  /** Lines between two releases, each ended by `\n`: blank ones, perhaps a rule. */
  readonly betweenReleases: string;
  /** Blank lines between the items of a list. */
  readonly betweenItems: number;
  readonly bullet: Bullet;
  /** The rank of group headings, where the file has any. */
  readonly groupDepth?: number;
  /** Entries stand directly below the releases, without groups. */
  readonly isFlat: boolean;
}

/** The most frequent value; of several the one that came first. */
const most = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const highest = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === highest)?.[0];
};

/** Blank lines between two nodes of the document. */
export const blankLines = (source: Source, above: Range, below: Range): number =>
  Math.max(0, pointAt(source, below.start).line - pointAt(source, above.end).line - 1);

const gaps = (source: Source, pairs: readonly (readonly [Nodes | undefined, Nodes | undefined])[]): number[] =>
  pairs.flatMap(([above, below]) =>
    above === undefined || below === undefined ? [] : [blankLines(source, rangeOfNode(above), rangeOfNode(below))],
  );

/** Blank lines that a list has between its items. */
export const itemGap = (source: Source, list: List): number | undefined => gaps(source, [[list.children.at(-2), list.children.at(-1)]])[0];

const listsOf = (blocks: readonly Block[]): List[] => blocks.flatMap(({ nodes }) => nodes.filter((node) => node.type === 'list'));

const plainGap = '\n';

// What stands between two releases: blank lines and rules; anything else is no habit.
const separatorOf = (source: Source, [above, below]: readonly [Block, Block]): string | undefined => {
  const between = source.text.slice(above.end, lineStartAt(source, below.start));
  const lines = between.split(/\r\n|\n|\r/).slice(1, -1);
  const isSeparator = lines.every(
    (line) => line.trim() === '' || /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line),
  );
  return isSeparator ? lines.map((line) => `${line.trimEnd()}\n`).join('') : undefined;
};

const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] => all.slice(1).map((next, index) => [all[index] as T, next] as const);

const betweenReleases = (log: Log): string => {
  const found = pairsOf(log.blocks.slice(0, recent + 1)).flatMap((pair) => separatorOf(log.source, pair) ?? []);
  return most(found) ?? plainGap;
};

const groupDepthOf = (blocks: readonly Block[]): number | undefined => {
  const groups = blocks.flatMap((block) => block.groups);
  const known = groups.filter(({ title }) => rankOf(title) !== undefined);
  return most((known.length > 0 ? known : groups).map(({ depth }) => depth));
};

const aboveGroups = (source: Source, { nodes, groups }: Block): number[] => {
  const heads = new Set<Nodes>(groups.map(({ head }) => head));
  return gaps(
    source,
    pairsOf(nodes).filter(([, below]) => heads.has(below)),
  );
};

const isFlat = (blocks: readonly Block[]): boolean => {
  const told = blocks.filter(({ release }) => release.entries > 0);
  return told.filter(({ groups }) => groups.every(isAside)).length * 2 > told.length;
};

/** The habits of the newest releases; where there are none, those of what is not released yet, else one blank line everywhere. */
export const habitsOf = (log: Log): Habits => {
  const { source } = log;
  const released = releasedOf(log).slice(0, recent);
  const told = released.some(({ nodes }) => nodes.length > 0) ? released : log.blocks.slice(0, recent);
  const lists = listsOf(told);
  const between = betweenReleases(log);
  const belowRelease = most(
    gaps(
      source,
      told.map(({ heading, nodes }) => [heading, nodes[0]]),
    ),
  );
  const belowGroup = most(
    gaps(
      source,
      told.flatMap(({ groups }) => groups.map(({ head, body }) => [head, body[0]] as const)),
    ),
  );
  const groupDepth = groupDepthOf(told);
  return {
    belowRelease: belowRelease ?? 1,
    belowGroup: belowGroup ?? belowRelease ?? 1,
    aboveGroup: most(told.flatMap((block) => aboveGroups(source, block))) ?? Math.min(1, between.search(/[^\n]|$/)),
    betweenReleases: between,
    betweenItems: most(lists.flatMap((list) => itemGap(source, list) ?? [])) ?? 0,
    bullet: bulletOf(source, lists[0]),
    isFlat: isFlat(told),
    ...(groupDepth !== undefined && { groupDepth }),
  };
};
