/** Releases: a section is promoted from what is not released, merged into its release, or set in its place. */
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { unreleasedTitle } from '../../../read/releases.ts';
import type { NewSection } from '../changelog-section.ts';
import { lineEndAt, type Splice } from '../splice.ts';
import { announcedDate } from './announced.ts';
import { bodySplices } from './body.ts';
import { newBodyLines } from './body-lines.ts';
import { countOf, type Fresh, freshOf, type Ground, untaggedIn } from './fresh.ts';
import { sameGroup } from './group-names.ts';
import { habitsOf } from './habits.ts';
import { headLinkSplices, linkFor } from './head-links.ts';
import { type HeadingMark, markLike } from './heading-mark.ts';
import { dateLineLike, hasAddress, headingStyleOf, isBracketed, type ReleaseHead, releaseWords } from './heading-style.ts';
import { isBehind } from './known-links.ts';
import { type Block, blockOfVersion, detailsAt, type Log, releasedOf, unreleasedOf } from './log.ts';
import { placeAbove, placeAtEnd, placeBelow, type Written } from './place.ts';
import { refuse } from './refusal.ts';
import { type Body, bodyOf } from './release-body.ts';
import { compareVersions } from './version-order.ts';

/** What one section changes. */
export interface Step {
  readonly splices: readonly Splice[];
  /** Entries that are written. */
  readonly added: number;
  readonly notes: readonly string[];
}

/** A section that names its version. */
export type Versioned = NewSection & { readonly version: string };

const headOf = ({ version, date, links }: Versioned): ReleaseHead => {
  const url = linkFor(links, version)?.url;
  return { version, ...(date !== undefined && { date }), ...(url !== undefined && { url }) };
};

const emptyBody = (log: Log, depth: number): Body => ({
  log,
  habits: habitsOf(log),
  headEnd: 0,
  nodes: [],
  own: [],
  groups: [],
  depth,
});

interface Headed {
  readonly words: string;
  readonly lines: readonly string[];
  readonly depth: number;
}

const headed = (log: Log, section: Versioned): Headed => {
  const head = headOf(section);
  const style = headingStyleOf(log, head);
  const words = releaseWords(style, head);
  const dateLine = dateLineLike(style, head);
  const blank = Array<string>(habitsOf(log).belowRelease).fill('');
  return { words, depth: style.depth, lines: [...style.mark(words), ...(dateLine === undefined ? [] : [...blank, dateLine])] };
};

const refuseHidden = (log: Log, block: Block): void => {
  if (detailsAt(log, block.start) > 0)
    refuse(log.source, block.start, `"${block.release.title}" stands within <details>. Open it up, or add the entries by hand.`);
};

// Comments right below the heading tell people how to write there: they stay there.
const belowComments = ({ source }: Log, { heading, section }: Block): number => {
  const other = section.body.findIndex((node) => node.type !== 'html' || !/^<!--[\s\S]*-->\s*$/.test(node.value));
  const comments = other < 0 ? section.body : section.body.slice(0, other);
  const last = comments.findLast((node) => node.type === 'html') ?? heading;
  return lineEndAt(source, rangeOfNode(last).end);
};

// Empty groups are kept as they are; whoever releases shall know.
const emptyNotes = ({ groups }: Block, fresh: Fresh): string[] =>
  groups
    .filter(({ title, isEmpty }) => isEmpty && sameGroup(title, fresh.groups) === undefined)
    .map(({ title, head }) => `"${title}" is empty (line ${head.position?.start.line})`);

/** The heading of what is not released stays, and the new release's heading goes below it. */
const promote = (ground: Ground, section: Versioned, block: Block): Step => {
  const { log } = ground;
  refuseHidden(log, block);
  const fresh = freshOf(ground, section, [block]);
  const { words, lines } = headed(log, section);
  const body = bodyOf(log, habitsOf(log), { block, from: belowComments(log, block) });
  const splices = [...bodySplices(body, fresh.groups, lines), ...headLinkSplices(log, section, { release: words, isNewest: true })];
  return { splices, added: countOf(fresh), notes: [...fresh.notes, ...emptyNotes(block, fresh)] };
};

const mergeInto = (ground: Ground, section: NewSection, block: Block): Step => {
  const { log } = ground;
  const beside = section.version === undefined ? untaggedIn(ground) : [unreleasedOf(log)];
  const others = beside.flatMap((other) => (other === undefined || other === block ? [] : [other]));
  const fresh = freshOf(ground, section, [block, ...others]);
  if (fresh.groups.length > 0) refuseHidden(log, block);
  const isNewest = section.version === undefined ? movesOn(log, section) : isNewestIn(log, section.version);
  const splices = [
    ...announcedDate(log, block, section),
    ...bodySplices(bodyOf(log, habitsOf(log), { block }), fresh.groups),
    ...headLinkSplices(log, section, { isNewest }),
  ];
  return { splices, added: countOf(fresh), notes: fresh.notes };
};

// A release without a tag yet is newer than what the history compares with: its comparison stays.
const movesOn = (log: Log, { links }: NewSection): boolean => {
  const url = linkFor(links, 'unreleased')?.url;
  return url !== undefined && isBehind(log, url);
};

/** Whether no release is newer. */
const isNewestIn = (log: Log, version: string): boolean =>
  releasedOf(log).every(({ release }) => release.version === undefined || compareVersions(release.version, version) <= 0);

const placed = (log: Log, written: Written, above: Block | undefined): Splice => {
  if (above !== undefined) return placeAbove(log, above, written);
  const last = log.blocks.at(-1);
  return last === undefined ? placeAtEnd(log, written) : placeBelow(log, last, written);
};

const setInPlace = (ground: Ground, section: Versioned): Step => {
  const { log } = ground;
  const fresh = freshOf(ground, section, []);
  const { words, lines, depth } = headed(log, section);
  const { version } = section;
  const older = releasedOf(log).find(({ release }) => release.version !== undefined && compareVersions(release.version, version) < 0);
  const isNewest = isNewestIn(log, version);
  const body = newBodyLines(emptyBody(log, depth), fresh.groups);
  const written = { version, head: lines, body, habits: habitsOf(log) };
  const splices = [
    placed(log, written, older ?? (isNewest ? log.blocks[0] : undefined)),
    ...headLinkSplices(log, section, { release: words, isNewest }),
  ];
  const stays = unreleasedOf(log)?.release.title;
  const notes = stays === undefined ? [] : [`${version} is not the newest release: "${stays}" stays as it is`];
  return { splices, added: countOf(fresh), notes: [...fresh.notes, ...notes] };
};

const refuseAnnounced = (log: Log, { release, heading }: Block, version: string): void => {
  if (!unreleasedTitle.test(release.title) && release.version !== undefined)
    refuse(
      log.source,
      rangeOfNode(heading).start,
      `"${release.title}" announces ${release.version}, but ${version} is to be released. Rename the heading, or release ${release.version}.`,
    );
};

const refuseBelow = (log: Log, block: Block): void => {
  const first = log.blocks[0];
  if (first !== undefined && first !== block)
    refuse(
      log.source,
      rangeOfNode(block.heading).start,
      `"${block.release.title}" stands below "${first.release.title}", so the release would land below it too. Move it to the top first.`,
    );
};

/** What releasing a version changes. */
export const releaseStep = (ground: Ground, section: Versioned): Step => {
  const { log } = ground;
  const there = blockOfVersion(log, section.version);
  if (there !== undefined) return mergeInto(ground, section, there);
  const unreleased = unreleasedOf(log);
  if (unreleased === undefined || !isNewestIn(log, section.version)) return setInPlace(ground, section);
  refuseAnnounced(log, unreleased, section.version);
  refuseBelow(log, unreleased);
  return promote(ground, section, unreleased);
};

interface UnreleasedHead {
  readonly words: string;
  readonly mark: HeadingMark;
  readonly depth: number;
}

const unreleasedHead = (log: Log, section: NewSection): UnreleasedHead => {
  const url = linkFor(section.links, 'unreleased')?.url;
  const newest = releasedOf(log)[0];
  const style = headingStyleOf(log, { version: '0.0.0', ...(url !== undefined && { url }) });
  const mark = newest === undefined ? style.mark : markLike(log.source, newest.heading);
  const depth = newest?.heading.depth ?? style.depth;
  if (newest !== undefined && hasAddress(style)) return { words: url === undefined ? 'Unreleased' : `[Unreleased](${url})`, mark, depth };
  return { words: isBracketed(style) ? '[Unreleased]' : 'Unreleased', mark, depth };
};

/** What entries that are not released yet change. */
export const unreleasedStep = (ground: Ground, section: NewSection): Step => {
  const { log } = ground;
  const block = unreleasedOf(log);
  if (block !== undefined) return mergeInto(ground, section, block);
  const fresh = freshOf(ground, section, untaggedIn(ground));
  if (fresh.groups.length === 0) return { splices: [], added: 0, notes: fresh.notes };
  const { words, mark, depth } = unreleasedHead(log, section);
  const written = { head: mark(words), body: newBodyLines(emptyBody(log, depth), fresh.groups), habits: habitsOf(log) };
  const splices = [placed(log, written, log.blocks[0]), ...headLinkSplices(log, section, { unreleased: words, isNewest: false })];
  return { splices, added: countOf(fresh), notes: fresh.notes };
};
