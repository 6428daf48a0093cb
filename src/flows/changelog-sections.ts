/** Told releases as the sections of a changelog. */
import type { ChangelogConfig } from '../config/changelog.ts';
import type { NewSection } from '../generate/edit/changelog-section.ts';
import { changelogSection, sectionsText } from '../generate/views/changelog.ts';
import type { ReleaseChanges } from '../model/changes.ts';
import type { ReleaseHistory } from './changelog.ts';

export type { NewSection };

/** The releases that have a section, newest first; what is not released has one only when it holds something. */
export const toldReleases = ({ releases }: Pick<ReleaseHistory, 'releases'>): ReleaseChanges[] =>
  releases.filter(({ version, groups }) => version !== undefined || groups.length > 0);

/** The sections of a history, newest first. */
export const changelogSections = (
  history: Pick<ReleaseHistory, 'releases'>,
  { commits = 'without-pull' }: Pick<ChangelogConfig, 'commits'>,
): NewSection[] => toldReleases(history).map((release) => changelogSection(release, { commits }));

/** Sections as Markdown. */
export const changelogText = (sections: readonly NewSection[]): string => sectionsText(sections);
