/** The view of a changelog: releases as sections, each change as one Markdown list item. */
import type { Change, Reference, ReleaseChanges } from '../../model/changes.ts';
import type { NewEntry, NewSection } from '../edit/changelog-section.ts';
import { escapeText } from '../escape.ts';
import { detailsOf, headlineOf, indented, leadOf, type NamedCommit, referencesOf } from './change-text.ts';

export interface ChangelogViewOptions {
  readonly commits: NamedCommit;
}

const textOf = (change: Change, { commits }: ChangelogViewOptions): string => {
  const references = referencesOf(change, commits);
  return `${leadOf(change)}${headlineOf(change)}${references === '' ? '' : ` (${references})`}${detailsOf(change)}`;
};

const keyOf = ({ repository, number }: Reference): string => (repository === undefined ? `pr:${number}` : `${repository}#${number}`);

/** What an entry is known by. */
export const entryKeys = ({ pulls, commits }: Change): string[] => [...pulls.map(keyOf), ...commits.map((id) => `sha:${id}`)];

const entryOf = (change: Change, options: ChangelogViewOptions): NewEntry => ({
  text: textOf(change, options),
  keys: entryKeys(change),
});

/** A release as a section of a changelog. */
export const changelogSection = (release: ReleaseChanges, options: ChangelogViewOptions): NewSection => ({
  ...(release.version !== undefined && { version: release.version }),
  ...(release.date !== undefined && { date: release.date }),
  groups: release.groups.map(({ title, changes }) => ({ title, entries: changes.map((change) => entryOf(change, options)) })),
  links: release.compareUrl === undefined ? [] : [{ label: release.version ?? 'unreleased', url: release.compareUrl }],
});

const headingOf = ({ version, date, links }: NewSection): string => {
  const name = version ?? 'Unreleased';
  return `## ${links.length > 0 ? `[${name}]` : name}${date === undefined ? '' : ` - ${date}`}`;
};

const titleOf = (title: string): string => escapeText(title, { before: '### ', after: '', heading: true });

const sectionText = (section: NewSection): string =>
  [
    headingOf(section),
    ...section.groups.map(
      ({ title, entries }) => `### ${titleOf(title)}\n\n${entries.map(({ text }) => `- ${indented(text)}`).join('\n')}`,
    ),
  ].join('\n\n');

/** Sections as a Markdown text, newest first, with their link definitions at the end; empty for none. */
export const sectionsText = (sections: readonly NewSection[]): string => {
  const links = sections.flatMap((section) => section.links.map(({ url }) => `[${section.version ?? 'Unreleased'}]: ${url}`));
  const blocks = [...sections.map(sectionText), ...(links.length > 0 ? [links.join('\n')] : [])];
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
};
