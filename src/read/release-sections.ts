/** The sections of a changelog that are releases, their groups, and the headings that are meant to be releases and cannot be read. */
import { rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, flatten, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { list, object, string } from '../model/shape.ts';
import { compareCores } from '../model/version-order.ts';
import { countedVersion, isDatedTitle, releaseDay, releasePeriod, releaseVersion } from './release-titles.ts';
import { isBareRelease, isSureRelease } from './sure-releases.ts';
import { resemblesRelease } from './unread-titles.ts';
import { unreleasedTitle } from './unreleased-titles.ts';
import { parseVersion } from './version.ts';

// "What is new in 5.1" below "Acme 5.1" is a part of it.
const isPart = ({ title, path }: Section): boolean =>
  !isSureRelease(title) && path.slice(0, -1).some((above) => releaseVersion(above) === releaseVersion(title));

const isVersioned = (section: Section): boolean =>
  section.heading !== undefined &&
  (unreleasedTitle.test(section.title) || (releaseVersion(section.title) !== undefined && !isPart(section)));

const isCounted = (section: Section): boolean => section.heading !== undefined && countedVersion(section.title) !== undefined;

const isDated = (section: Section): boolean => section.heading !== undefined && releaseDay(section.title);

const isPeriod = (section: Section): boolean => section.heading !== undefined && releasePeriod(section.title);

const coreOf = (section: Section): readonly number[] =>
  (isVersioned(section) ? parseVersion(releaseVersion(section.title) ?? '')?.core : undefined) ?? [];

/** The rank at which releases stand: that of most headings that are surely releases. */
const releaseDepth = (sections: readonly Section[]): number => {
  const sure = sections.filter(({ title }) => isSureRelease(title));
  const counts = new Map<number, number>();
  for (const section of sure.length > 0 ? sure : sections) counts.set(section.depth, (counts.get(section.depth) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 2;
};

// "Node.js 0.10 ChangeLog" heads a file or a part of it: the releases stand below.
const headsLog = (section: Section): boolean =>
  /\b(?:change ?log|release notes|history|releases)\b/i.test(section.title) && flatten(section).slice(1).some(isVersioned);

const isSilent = ({ body }: Section): boolean =>
  body.every(({ type }) => type === 'definition' || type === 'html' || type === 'thematicBreak');

// `## Version 2` above `### 2.1.0`, or the title of the newest release above all of them.
const headsSeries = (section: Section): boolean => {
  const core = coreOf(section);
  const inner = section.sections.filter(({ title }) => !unreleasedTitle.test(title)).map(coreOf);
  const isLine = inner.every((other) => other.length > core.length && core.every((part, index) => part === other[index]));
  const isTitle = inner.some((other) => compareCores(other, core) === 0);
  return (
    isSilent(section) &&
    inner.length > 0 &&
    inner.every(({ length }) => length > 0) &&
    (isLine || isTitle) &&
    !isDatedTitle(section.title, releaseVersion(section.title) ?? '')
  );
};

// "Acme API 2.0 manual" above everything else.
const isTitle = (section: Section, { sections }: Outline): boolean =>
  !unreleasedTitle.test(section.title) &&
  !isSureRelease(section.title) &&
  section === sections.find(({ heading }) => heading !== undefined) &&
  sections.filter(({ depth }) => depth === section.depth).length === 1 &&
  section.body.every(({ type }) => type !== 'list') &&
  section.sections.every(isVersioned);

// "1.1 Overview" above releases.
const isChapter = ({ title, body }: Section): boolean =>
  !isSureRelease(title) && /^\d+\.\d+\.?\s+\p{L}/u.test(title) && body.every(({ type }) => type !== 'list');

const isRelease = (section: Section, depth: number, outline: Outline): boolean => {
  if (section.depth > depth) return isBareRelease(section.title) || /^\[?unreleased\]?$/i.test(section.title);
  return section.depth === depth || !(isTitle(section, outline) || isChapter(section));
};

export const releaseSections = (outline: Outline): Section[] => {
  const { sections } = outline;
  const named = sections.filter((section) => isVersioned(section) && !headsLog(section) && !headsSeries(section));
  const numbered = named.filter(({ title }) => !unreleasedTitle.test(title));
  const versioned = numbered.length > 0 ? named : [...named, ...sections.filter(isCounted)];
  const ranking = [numbered, versioned, sections.filter(isDated), sections.filter(isPeriod)].find(({ length }) => length > 0) ?? [];
  const depth = releaseDepth(ranking);
  return sections.filter((section) =>
    versioned.includes(section)
      ? isRelease(section, depth, outline)
      : section.depth === depth && (isDated(section) || isPeriod(section)) && !unreleasedTitle.test(section.title),
  );
};

export const unreadReleaseShape = list(
  object('A heading that is meant to name a release.', { title: string('The heading.') }, {}),
  'Headings at the rank of releases in which no version can be read.',
);

// "## 0.9.x" above "See changelogs/0.9.md": nothing is lost, for it stands elsewhere.
const pointsElsewhere = (section: Section): boolean =>
  section.sections.length === 0 &&
  section.body.every(({ type }) => type === 'paragraph' || type === 'definition') &&
  [...bodyNodes(section)].some(({ node }) => node.type === 'link' || node.type === 'linkReference');

/** Headings at the rank of releases, below the first of them, that are meant to name a release and cannot be read. */
export const unreadReleases = (outline: Outline): Tree<{ title: string }>[] => {
  const releases = new Set(releaseSections(outline));
  const depths = new Set([...releases].map(({ depth }) => depth));
  return outline.sections
    .filter(
      (section) => depths.has(section.depth) && !releases.has(section) && resemblesRelease(section.title) && !pointsElsewhere(section),
    )
    .flatMap((section) => (section.heading === undefined ? [] : [at(rangeOfNode(section.heading), { title: section.title })]));
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
