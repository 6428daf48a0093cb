/** The log of a changelog: its releases as blocks of the file, with the nodes that belong to each. */
import type { Definition, Heading, RootContent } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { flatten, type Outline, outlineOf, type Section } from '../../../markdown/outline.ts';
import { unzip } from '../../../model/located.ts';
import type { Release } from '../../../model/parts/release.ts';
import { pointAt, type Source } from '../../../model/source.ts';
import { type ReleaseRun, readRelease, releaseRuns } from '../../../read/releases.ts';
import { lineEndAt, lineStartAt } from '../splice.ts';
import { rankOf } from './group-names.ts';
import { type Group, groupsOf } from './groups.ts';

/** A release, or what is not released yet. */
export interface Block {
  readonly release: Release;
  readonly section: Section;
  readonly heading: Heading;
  /** Its groups, nested ones among them, in document order. */
  readonly groups: readonly Group[];
  /** All its blocks of Markdown behind the heading, without what only separates it from its neighbours. */
  readonly nodes: readonly RootContent[];
  /** An anchor that stands above the heading. */
  readonly lead?: RootContent;
  /** Start of the first line: of the lead, else of the heading. */
  readonly start: number;
  /** End of the last line. */
  readonly end: number;
  /** 1-based line of the heading. */
  readonly line: number;
}

export interface Log {
  readonly source: Source;
  readonly outline: Outline;
  /** In document order. */
  readonly blocks: readonly Block[];
  readonly definitions: readonly Definition[];
}

const anchor = /^<a\s[^>]*(?:\/>|>\s*<\/a>)\s*$/i;

const leadOf = ({ root, source }: Outline, heading: Heading): RootContent | undefined => {
  const before = root.children[root.children.indexOf(heading) - 1];
  return before !== undefined && (before.type === 'html' || before.type === 'paragraph') && anchor.test(rawOf(source, before))
    ? before
    : undefined;
};

const sectionNodes = (section: Section): RootContent[] =>
  flatten(section).flatMap(({ heading, body }) => (heading === undefined ? [...body] : [heading, ...body]));

// Below a rule at the very end stands what belongs to the whole file.
const withoutFooter = (nodes: readonly RootContent[]): readonly RootContent[] => {
  const rule = nodes.findLastIndex(({ type }) => type === 'thematicBreak');
  const isFooter = rule >= 0 && nodes.slice(rule).every(({ type }) => type !== 'heading' && type !== 'list');
  return isFooter ? nodes.slice(0, rule) : nodes;
};

const separates = ({ type }: RootContent): boolean => type === 'thematicBreak' || type === 'definition';

const trimmed = (nodes: readonly RootContent[]): readonly RootContent[] => {
  const last = nodes.findLastIndex((node) => !separates(node));
  return nodes.slice(0, last + 1);
};

interface Bounds {
  readonly outline: Outline;
  /** Where the next release starts, if one follows. */
  readonly until?: number;
}

const nodesOf = ({ section, groups }: ReleaseRun, { until }: Bounds): readonly RootContent[] => {
  const nodes = [...section.body, ...groups.flatMap(sectionNodes)].filter((node) => rangeOfNode(node).start < (until ?? Infinity));
  return trimmed(until === undefined ? withoutFooter(nodes) : nodes);
};

// Behind the last release, headings of its own rank may be groups; others, such as `## License`, are not.
const withoutBackMatter = ({ section, groups }: ReleaseRun, { until }: Bounds): ReleaseRun => ({
  section,
  groups: groups.filter(({ depth, title }) => until !== undefined || depth !== section.depth || rankOf(title) !== undefined),
});

const blockOf = (whole: ReleaseRun, bounds: Bounds): Block => {
  const { source } = bounds.outline;
  const run = withoutBackMatter(whole, bounds);
  const heading = run.section.heading as Heading;
  const lead = leadOf(bounds.outline, heading);
  const nodes = nodesOf(run, bounds);
  return {
    release: unzip<Release>(readRelease(whole)).data,
    section: run.section,
    heading,
    groups: groupsOf(source, run, nodes),
    nodes,
    ...(lead && { lead }),
    start: lineStartAt(source, rangeOfNode(lead ?? heading).start),
    end: lineEndAt(source, rangeOfNode(nodes.at(-1) ?? heading).end),
    line: pointAt(source, rangeOfNode(heading).start).line,
  };
};

/** The log that an outline shows. */
export const logOfOutline = (outline: Outline): Log => {
  const runs = releaseRuns(outline);
  const starts = runs.map(({ section }) => rangeOfNode(leadOf(outline, section.heading as Heading) ?? (section.heading as Heading)).start);
  return {
    source: outline.source,
    outline,
    blocks: runs.map((run, index) => {
      const until = starts[index + 1];
      return blockOf(run, { outline, ...(until !== undefined && { until }) });
    }),
    definitions: outline.root.children.filter((node) => node.type === 'definition'),
  };
};

export const logOf = (source: Source): Log => logOfOutline(outlineOf(source));

/** Where a heading keeps room for its day: `YYYY-MM-DD`, `2026-XX-XX`, `Release date: unreleased`. */
export const dateRoom = /(?:y{4}|20[\dx?]{2})([-/.])(?:mm|xx|\?\?)\1(?:dd|xx|\?\?)|(?<=\bdate:? )(?:unreleased|tb[acd])\b/i;

// `2.0.0-dev` without a day, on top of all others.
const isInWork = ({ blocks: [first] }: Log, block: Block): boolean =>
  block === first && block.release.date === undefined && /[-.](?:dev\d*|wip|snapshot)$/i.test(block.release.version ?? '');

/** Whether a block is of what is not released yet: it says so, keeps room for its day, or is in work. */
export const isPending = (log: Log, block: Block): boolean =>
  block.release.unreleased === true || dateRoom.test(block.release.title) || isInWork(log, block);

/** The block of what is not released yet. */
export const unreleasedOf = (log: Log): Block | undefined => log.blocks.find((block) => isPending(log, block));

/** The releases, without what is not released yet. */
export const releasedOf = (log: Log): Block[] => log.blocks.filter((block) => !isPending(log, block));

/** The block of a version, released or announced. */
export const blockOfVersion = ({ blocks }: Log, version: string): Block | undefined =>
  blocks.find(({ release }) => release.version === version);

/** How many `<details>` are open at an offset. */
export const detailsAt = ({ outline: { root } }: Log, offset: number): number => {
  let open = 0;
  for (const node of root.children)
    if (node.type === 'html' && rangeOfNode(node).start < offset)
      open += (node.value.match(/<details[\s>]/gi)?.length ?? 0) - (node.value.match(/<\/details>/gi)?.length ?? 0);
  return Math.max(0, open);
};
