/** Releases of a changelog: heading, version, date, groups and entries. */
import type { Nodes, RootContent } from 'mdast';
import { descend, labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, flatten, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { boolean, integer, list, object, oneOf, type Static, string } from '../model/shape.ts';
import { findTime, type Time, timeShape } from './time.ts';
import { parseVersion, versionIn } from './version.ts';

const groupShape = object(
  'A group of changes.',
  { title: string('The heading.'), entries: integer('How many entries it has.') },
  { known: boolean('It is a group of Keep a Changelog.') },
);

export const releaseShape = object(
  'A release.',
  {
    title: string('The heading.'),
    groups: list(groupShape, 'Its groups.'),
    entries: integer('How many entries it has in all.'),
    loose: integer('Entries outside any group.'),
  },
  {
    version: string('The version, without a leading v.'),
    unreleased: boolean('It collects what is not released yet.'),
    date: timeShape,
    dated: oneOf(['heading', 'line'], 'Where the date stands.'),
    yanked: boolean('It was withdrawn.'),
    link: oneOf(
      ['inline', 'reference', 'missing'],
      'How the heading links; `missing` when it is bracketed and nothing defines the reference.',
    ),
    core: list(integer('A number.'), 'The numbers of the version.'),
    prerelease: string('The prerelease part of the version (Semantic Versioning).'),
  },
);

export type Release = Static<typeof releaseShape>;
type Group = Static<typeof groupShape>;

const knownGroups = /^(?:added|changed|deprecated|removed|fixed|security)$/i;
export const unreleasedTitle = /^\[?(?:unreleased|upcoming|next(?: release)?|head|develop(?:ment)?)\]?(?:\s|$|\()/i;

const isRelease = (section: Section): boolean =>
  section.heading !== undefined && (unreleasedTitle.test(section.title) || versionIn(section.title) !== undefined);

const opensWithVersion = ({ title }: Section): boolean => /^\[?v?\d+\.\d+\.\d+[\w.+-]*\]?\s*(?:$|[-–—(]\s*\(?\d{4})/i.test(title);

/** The rank at which releases stand: that of most headings that name a version. */
const releaseDepth = (sections: readonly Section[]): number => {
  const counts = new Map<number, number>();
  for (const section of sections.filter(isRelease)) counts.set(section.depth, (counts.get(section.depth) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 2;
};

const releaseSections = ({ sections }: Outline): Section[] => {
  const depth = releaseDepth(sections);
  return sections.filter((section) => isRelease(section) && (section.depth <= depth || opensWithVersion(section)));
};

const isListItem = (node: Nodes): boolean => node.type === 'listItem';

const entriesIn = (section: Section): number =>
  section.body.reduce((sum, node) => sum + (node.type === 'list' ? node.children.filter(isListItem).length : 0), 0);

// Link definitions and rules behind the last group belong to the file, not to the group.
const says = ({ type }: RootContent): boolean => type !== 'list' && type !== 'definition' && type !== 'thematicBreak';

const groupOf = (section: Section): Tree<Group> =>
  at(rangeOfNode(section.heading as NonNullable<Section['heading']>), {
    title: section.title,
    entries:
      flatten(section).reduce((sum, inner) => sum + entriesIn(inner), 0) +
      (flatten(section).some((inner) => inner.body.some(says)) ? 1 : 0),
    known: knownGroups.test(section.title.trim()) || undefined,
  });

const linkOf = (section: Section): Release['link'] | undefined => {
  const nodes = [...descend(section.heading as Nodes)].map(({ node }) => node);
  if (nodes.some((node) => node.type === 'link')) return 'inline';
  if (nodes.some((node) => node.type === 'linkReference')) return 'reference';
  return /^\[[^\]]+\]/.test(section.title) ? 'missing' : undefined;
};

interface DateFound {
  readonly date: Tree<Time>;
  readonly dated: NonNullable<Release['dated']>;
}

const dateOf = (section: Section): DateFound | undefined => {
  const heading = section.heading as NonNullable<Section['heading']>;
  const inHeading = findTime(section.title.replace(versionIn(section.title) ?? '', ''));
  if (inHeading !== undefined) return { date: at(rangeOfNode(heading), inHeading.time), dated: 'heading' };
  const first = section.body[0];
  const line = first === undefined || (first.type !== 'paragraph' && first.type !== 'blockquote') ? '' : plain(first);
  const inLine = /^(?:\W*(?:released|release date|date)\b.{0,12})?\W*(?:\d|[A-Z][a-z]{2,8} \d)/i.test(line) ? findTime(line) : undefined;
  return first === undefined || inLine === undefined || inLine.index > 25
    ? undefined
    : { date: at(rangeOfNode(first), inLine.time), dated: 'line' };
};

/** A release's section, and the sections of its groups. */
export interface ReleaseRun {
  readonly section: Section;
  readonly groups: readonly Section[];
}

// The headings of a release: those below it, or, where it has none, those of its own rank up to the next release.
// A patch may be headed one rank below the release before it: what follows its heading is its own.
export const releaseRuns = (outline: Outline): ReleaseRun[] => {
  const releases = new Set(releaseSections(outline));
  const all = outline.sections;
  return [...releases].map((section, index, { [index + 1]: next }) => {
    const inner = section.sections.filter((child) => !releases.has(child) && child.range.start < (next?.range.start ?? Infinity));
    if (inner.length > 0) return { section, groups: inner };
    const from = all.indexOf(section) + 1;
    const until = all.findIndex((other, place) => place >= from && (releases.has(other) || other.depth < section.depth));
    return { section, groups: all.slice(from, until < 0 ? undefined : until).filter(({ depth }) => depth === section.depth) };
  });
};

const notReleased = /[-–—(/\s](?:unreleased|tbc|tbd|in progress|upcoming)\)?\s*$/i;

/** The release of a run. */
export const readRelease = ({ section, groups }: ReleaseRun): Tree<Release> => {
  const named = unreleasedTitle.test(section.title);
  const unreleased = named || notReleased.test(section.title);
  const version = named ? undefined : versionIn(section.title);
  const parsed = version === undefined ? undefined : parseVersion(version);
  const loose = entriesIn(section);
  return at(rangeOfNode(section.heading as NonNullable<Section['heading']>), {
    title: section.title,
    groups: groups.map(groupOf),
    entries: loose + groups.flatMap(flatten).reduce((sum, inner) => sum + entriesIn(inner), 0),
    loose,
    version,
    unreleased: unreleased || undefined,
    ...dateOf(section),
    yanked: /\[?\byanked\b\]?/i.test(section.title) || undefined,
    link: linkOf(section),
    core: parsed?.core,
    prerelease: parsed?.prerelease,
  });
};

// An index of changelogs by version: `- [v0.44](docs/changelogs/v0.44.md)`.
const indexedReleases = ({ sections }: Outline): Tree<Release>[] =>
  sections.flatMap((section) =>
    [...bodyNodes(section)].flatMap(({ node }) => {
      const title = node.type === 'listItem' ? labelOf(node) : '';
      const version = versionIn(title);
      if (node.type !== 'listItem' || version === undefined || ![...descend(node)].some((inner) => inner.node.type === 'link')) return [];
      const parsed = parseVersion(version);
      return [
        at(rangeOfNode(node), {
          title,
          groups: [],
          entries: 0,
          loose: 0,
          version,
          link: 'inline' as const,
          core: parsed?.core,
          prerelease: parsed?.prerelease,
        }),
      ];
    }),
  );

export const readReleases = (outline: Outline): Tree<Release>[] => {
  const runs = releaseRuns(outline);
  return runs.length > 0 ? runs.map(readRelease) : indexedReleases(outline);
};

/** Keep a Changelog when it says so, or when its releases are bracketed and its groups are the six. */
export const changelogStyle = (outline: Outline): 'keep-a-changelog' | 'other' => {
  if (/keepachangelog\.com|keep a changelog/i.test(outline.source.text)) return 'keep-a-changelog';
  const releases = releaseSections(outline);
  const groups = releases.flatMap((section) => section.sections.map(({ title }) => title));
  const bracketed = releases.filter((section) => linkOf(section) !== undefined && /^\[?/.test(section.title)).length;
  const known = groups.filter((title) => knownGroups.test(title)).length;
  return releases.length > 0 && groups.length > 0 && known * 2 > groups.length && bracketed * 2 >= releases.length
    ? 'keep-a-changelog'
    : 'other';
};
