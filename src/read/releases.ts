/** Releases of a changelog: heading, version, date, groups and entries. */
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { descend, labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, flatten, headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Group, Release } from '../model/parts/release.ts';
import { isKnownGroup } from './group-titles.ts';
import { releaseDate } from './release-date.ts';
import { continuedLines } from './release-lines.ts';
import { packagesOf } from './release-packages.ts';
import { type ReleaseRun, releaseRuns } from './release-runs.ts';
import { countedVersion, releaseVersion } from './release-titles.ts';
import { notReleased, notReleasedLine, unreleasedTitle } from './unreleased-titles.ts';
import { parseVersion, versionIn } from './version.ts';

export { type ReleaseRun, releaseRuns } from './release-runs.ts';
export { notReleased, notReleasedLine, unreleasedTitle } from './unreleased-titles.ts';

const isListItem = (node: Nodes): boolean => node.type === 'listItem';

const entriesIn = (section: Section): number =>
  section.body.reduce((sum, node) => sum + (node.type === 'list' ? node.children.filter(isListItem).length : 0), 0);

// Link definitions and rules behind the last group belong to the file, not to the group.
const says = ({ type }: RootContent): boolean => type !== 'list' && type !== 'definition' && type !== 'thematicBreak';

const groupOf = (section: Section, repeated: boolean): Tree<Group> =>
  at(headingRange(section), {
    title: section.title,
    entries:
      flatten(section).reduce((sum, inner) => sum + entriesIn(inner), 0) +
      (flatten(section).some((inner) => inner.body.some(says)) ? 1 : 0),
    known: isKnownGroup(section.title) || undefined,
    again: (repeated && !isKnownGroup(section.title)) || undefined,
  });

const versionOf = (title: string): string | undefined => releaseVersion(title) ?? countedVersion(title);

export const linkOf = (section: Section): Release['link'] | undefined => {
  const nodes = [...descend(section.heading as Nodes)].map(({ node }) => node);
  if (nodes.some((node) => node.type === 'link')) return 'inline';
  if (nodes.some((node) => node.type === 'linkReference')) return 'reference';
  return /^\[[^\]]+\]/.test(section.title) ? 'missing' : undefined;
};

/** The line right below the heading that says that the release is still to come. */
export const pendingLine = ({ body: [first] }: Section): Paragraph | undefined =>
  first?.type === 'paragraph' && notReleasedLine.test(plain(first)) ? first : undefined;

// A first line that only gives the date, or says that there is none yet, tells nothing.
const tells = (section: Section, dated: Release['dated'] | undefined): boolean =>
  section.body
    .slice(dated === 'line' || pendingLine(section) !== undefined ? 1 : 0)
    .some(({ type }) => type === 'paragraph' || type === 'blockquote' || type === 'table' || type === 'code');

/** What the other releases of a changelog tell of one. */
interface Neighbours {
  readonly line?: string | undefined;
  readonly package?: string | undefined;
  readonly repeated?: ReadonlySet<Section>;
}

/** The release of a run. */
export const readRelease = ({ section, groups }: ReleaseRun, { line, repeated, package: owner }: Neighbours = {}): Tree<Release> => {
  const named = unreleasedTitle.test(section.title);
  const unreleased = named || notReleased.test(section.title) || pendingLine(section) !== undefined;
  const version = named ? undefined : versionOf(section.title);
  const parsed = version === undefined ? undefined : parseVersion(version);
  const loose = entriesIn(section);
  const date = releaseDate(section, versionOf(section.title));
  return at(headingRange(section), {
    title: section.title,
    groups: groups.map((group) => groupOf(group, repeated?.has(group) ?? false)),
    entries: loose + groups.flatMap(flatten).reduce((sum, inner) => sum + entriesIn(inner), 0),
    loose,
    version,
    unreleased: unreleased || undefined,
    ...date,
    line,
    package: owner,
    told: tells(section, date?.dated) || undefined,
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
  return runs.length > 0 ? runs.map((run) => readRelease(run)) : indexedReleases(outline);
};

// Groups of the team's own that a release above has too: one word about them is enough.
const repeatedGroups = (runs: readonly ReleaseRun[]): ReadonlySet<Section> => {
  const seen = new Set<string>();
  return new Set(
    runs.flatMap(({ groups }) => {
      const again = groups.filter(({ title }) => seen.has(title));
      for (const { title } of groups) seen.add(title);
      return again;
    }),
  );
};

const coreOf = ({ title }: Section): readonly number[] | undefined => {
  const version = unreleasedTitle.test(title) ? undefined : versionOf(title);
  return version === undefined ? undefined : parseVersion(version)?.core;
};

/** The releases of a whole changelog, with what they tell of each other. */
export const relatedReleases = (outline: Outline): Tree<Release>[] => {
  const runs = releaseRuns(outline);
  if (runs.length === 0) return indexedReleases(outline);
  const lines = continuedLines(runs.map(({ section }) => coreOf(section)));
  const packages = packagesOf(runs.map(({ section }) => section));
  const repeated = repeatedGroups(runs);
  return runs.map((run, index) => readRelease(run, { line: lines[index], package: packages[index], repeated }));
};
