/** Bodies of releases: where new entries and groups go. */
import type { List, RootContent } from 'mdast';
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { pointAt } from '../../../model/source.ts';
import type { NewEntry, NewGroup } from '../changelog-section.ts';
import { lineEndAt, lineEndingAt, lineStartAt, type Splice } from '../splice.ts';
import { blank, groupLines, listLines, placesOf } from './body-lines.ts';
import { bulletOf, entryLines } from './bullets.ts';
import { rankOf } from './group-names.ts';
import { type Group, isAside } from './groups.ts';
import { itemGap } from './habits.ts';
import type { Body } from './release-body.ts';

/** Text that goes below a line. */
interface Insertion {
  readonly offset: number;
  /** Lines below the one that ends at the offset. */
  readonly lines: readonly string[];
  /** Blank lines that are to follow, where something follows. */
  readonly gap: number;
}

const endOf = ({ log }: Body, node: RootContent): number => lineEndAt(log.source, rangeOfNode(node).end);

const appended = ({ log }: Body, list: List, entries: readonly NewEntry[]): Insertion => {
  const between = itemGap(log.source, list) ?? 0;
  const lines = [...blank(between), ...entryLines(entries, bulletOf(log.source, list), between)];
  return { offset: lineEndAt(log.source, rangeOfNode(list).end), lines, gap: 0 };
};

interface Part {
  /** End of its heading. */
  readonly headEnd: number;
  readonly nodes: readonly RootContent[];
  readonly below: number;
}

// Into the last list of a part, else below what it says.
const intoPart = (body: Body, { headEnd, nodes, below }: Part, entries: readonly NewEntry[]): Insertion => {
  const list = nodes.findLast((node) => node.type === 'list');
  if (list !== undefined) return appended(body, list, entries);
  const last = nodes.at(-1);
  const gap = last === undefined ? below : 1;
  return {
    offset: last === undefined ? headEnd : endOf(body, last),
    lines: [...blank(gap), ...listLines(body, entries)],
    gap: body.habits.aboveGroup,
  };
};

const intoGroup = (body: Body, group: Group, entries: readonly NewEntry[]): Insertion =>
  intoPart(
    body,
    {
      headEnd: lineEndAt(body.log.source, rangeOfNode(group.head).end),
      nodes: group.body.filter((node) => body.nodes.includes(node)),
      below: body.habits.belowGroup,
    },
    entries,
  );

const lastNodeOf = (body: Body, group: Group): RootContent | undefined =>
  body.nodes.findLast((node) => rangeOfNode(node).start >= group.range.start && rangeOfNode(node).end <= group.range.end);

const anchorsOf = (body: Body, title: string): { after?: RootContent | undefined; before?: Group | undefined } => {
  const rank = rankOf(title);
  const ranked = body.groups.filter((group) => rankOf(group.title) !== undefined && group.depth === body.groups[0]?.depth);
  if (rank === undefined || ranked.length === 0) return { after: body.nodes.at(-1) };
  const lower = ranked.findLast((group) => (rankOf(group.title) as number) <= rank);
  return lower === undefined ? { before: ranked[0] } : { after: lastNodeOf(body, lower) };
};

const newGroup = (body: Body, group: NewGroup, isFirst: boolean): Insertion => {
  const { log, habits, headEnd } = body;
  const { after, before } = anchorsOf(body, group.title);
  const lines = groupLines(body, group);
  if (before !== undefined) {
    const start = lineStartAt(log.source, before.range.start);
    return { offset: start, lines: [...lines, ...blank(habits.aboveGroup)], gap: -1 };
  }
  const gap = after === undefined && isFirst ? habits.belowRelease : habits.aboveGroup;
  return { offset: after === undefined ? headEnd : endOf(body, after), lines: [...blank(gap), ...lines], gap: habits.aboveGroup };
};

const blankLinesBelow = ({ log: { source } }: Body, offset: number): number => {
  const rest = source.text.slice(offset);
  const next = rest.search(/\S/);
  return next < 0 ? Infinity : pointAt(source, offset + next).line - pointAt(source, offset).line - 1;
};

const spliceOf = (body: Body, { offset, lines, gap }: Insertion, isLast: boolean): Splice => {
  const ending = lineEndingAt(body.log.source, offset);
  const text = lines.join(ending);
  if (gap < 0) return { start: offset, end: offset, text: text + ending };
  const missing = isLast ? Math.max(0, gap - blankLinesBelow(body, offset)) : 0;
  return { start: offset, end: offset, text: ending + text + ending.repeat(missing) };
};

const insertionsOf = (body: Body, groups: readonly NewGroup[]): Insertion[] => {
  const { habits, headEnd, own } = body;
  if (habits.isFlat && body.groups.every(isAside) && groups.length > 0)
    return [
      intoPart(
        body,
        { headEnd, nodes: own, below: habits.belowRelease },
        groups.flatMap(({ entries }) => entries),
      ),
    ];
  const places = placesOf(body, groups);
  return [
    ...places.flatMap(({ group, into }) => (into === undefined ? [] : [intoGroup(body, into, group.entries)])),
    ...places.filter(({ into }) => into === undefined).map(({ group }, index) => newGroup(body, group, index === 0)),
  ];
};

// The heading of a release that takes the body over: a line of what is separates releases, then the heading.
const headInsertion = ({ habits, headEnd, nodes }: Body, head: readonly string[]): Insertion => {
  const between = habits.betweenReleases.split('\n').slice(0, -1);
  const lines = [...(between.length === 0 && head.length > 1 ? [''] : between), ...head];
  return { offset: headEnd, lines, gap: nodes.length > 0 ? 0 : habits.aboveGroup };
};

/** The splices that add entries to a body; `head` is the heading of a release that takes the body over. */
export const bodySplices = (body: Body, groups: readonly NewGroup[], head: readonly string[] = []): Splice[] => {
  const all = [...(head.length === 0 ? [] : [headInsertion(body, head)]), ...insertionsOf(body, groups)];
  return all.map((insertion, index) => spliceOf(body, insertion, all.findLastIndex(({ offset }) => offset === insertion.offset) === index));
};
