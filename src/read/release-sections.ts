/** The sections of a changelog that are releases, told from chapters, series and the heading of the file. */
import { flatten, type Outline, type Section } from '../markdown/outline.ts';
import { compareCores } from '../model/version-order.ts';
import { countedVersion, isDatedTitle, releaseDay, releasePeriod, releaseVersion } from './release-titles.ts';
import { isBareRelease, isSureRelease } from './sure-releases.ts';
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
