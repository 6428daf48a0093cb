/** The view of a changelog: releases as sections, each change as one Markdown list item. */
import type { Change, Reference, ReleaseChanges } from '../../model/changes.ts';
import type { NewEntry, NewSection } from '../edit/changelog-section.ts';
import { type LinkReference, lineMarkdown, textMarkdown } from './plain-markdown.ts';

export interface ChangelogViewOptions {
  /** When an entry names its commit. */
  readonly commits: 'without-pull' | 'always' | 'never';
}

const labelOf = ({ repository = '', number, url = '' }: Reference): string =>
  `${repository}${url.includes('/merge_requests/') ? '!' : '#'}${number}`;

const linkTo = (label: string, url: string | undefined): string => (url === undefined ? label : `[${label}](${url})`);

const referenceLink = (reference: Reference): string => linkTo(labelOf(reference).replaceAll('_', '\\_'), reference.url);

/** References in the text become links to what they name, if that is known. */
const linking = ({ pulls, issues }: Change): LinkReference => {
  const known = [...pulls, ...issues];
  return (mark) => {
    const plain = mark.replace(/^GH-/, '#').replace('!', '#');
    const meant = known.find(({ repository = '', number }) => `${repository}#${number}` === plain);
    return meant?.url === undefined ? undefined : `[${mark}](${meant.url})`;
  };
};

const mentions = (text: string, reference: Reference): boolean => {
  const { repository = '', number } = reference;
  if (!text.includes(String(number))) return false;
  return [`${repository}#${number}`, `${repository}!${number}`, `GH-${number}`].some((mark) =>
    text.split(mark).some((after, index) => index > 0 && !/^\d/.test(after)),
  );
};

const commitLink = ({ commits, url, pulls, markdown }: Change, when: ChangelogViewOptions['commits']): string[] => {
  const [newest] = commits;
  if (newest === undefined || when === 'never' || (when === 'without-pull' && (pulls.length > 0 || markdown === true))) return [];
  return [linkTo(`\`${newest.slice(0, 7)}\``, url)];
};

const suffixOf = (change: Change, { commits }: ChangelogViewOptions): string => {
  const named = [...change.pulls, ...change.issues].filter((reference) => !mentions(change.text, reference)).map(referenceLink);
  const all = [...new Set([...named, ...commitLink(change, commits)])];
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
};

const prefixOf = ({ breaking, scope }: Change): string =>
  `${breaking ? '**Breaking:** ' : ''}${scope === undefined ? '' : `**${lineMarkdown(scope)}:** `}`;

// The references belong to the first paragraph of what somebody wrote at length.
const withSuffix = (markdown: string, suffix: string): string => {
  const end = markdown.search(/\n[ \t]*\n|$(?![\s\S])/);
  return `${markdown.slice(0, end)}${suffix}${markdown.slice(end)}`;
};

const textOf = (change: Change, options: ChangelogViewOptions): string => {
  const link = linking(change);
  const text = change.markdown === true ? change.text : lineMarkdown(change.text, link);
  const first = withSuffix(`${prefixOf(change)}${text}`, suffixOf(change, options));
  const notes = change.notes.filter((note) => note.trim() !== change.text.trim()).map((note) => textMarkdown(note, link));
  return [first, ...notes].join('\n\n');
};

const keyOf = ({ repository, number }: Reference): string => (repository === undefined ? `pr:${number}` : `${repository}#${number}`);

const entryOf = (change: Change, options: ChangelogViewOptions): NewEntry => ({
  text: textOf(change, options),
  keys: [...change.pulls.map(keyOf), ...change.commits.map((id) => `sha:${id}`)],
});

/** A release as a section of a changelog. */
export const changelogSection = (release: ReleaseChanges, options: ChangelogViewOptions): NewSection => ({
  ...(release.version !== undefined && { version: release.version }),
  ...(release.date !== undefined && { date: release.date }),
  groups: release.groups.map(({ title, changes }) => ({ title, entries: changes.map((change) => entryOf(change, options)) })),
  links: release.compareUrl === undefined ? [] : [{ label: release.version ?? 'unreleased', url: release.compareUrl }],
});

const indented = (text: string): string => text.split('\n').join('\n  ').replace(/^ +$/gm, '');

const headingOf = ({ version, date, links }: NewSection): string => {
  const name = version ?? 'Unreleased';
  return `## ${links.length > 0 ? `[${name}]` : name}${date === undefined ? '' : ` - ${date}`}`;
};

const sectionText = (section: NewSection): string =>
  [
    headingOf(section),
    ...section.groups.map(({ title, entries }) => `### ${title}\n\n${entries.map(({ text }) => `- ${indented(text)}`).join('\n')}`),
  ].join('\n\n');

/** Sections as a Markdown text, newest first, with their link definitions at the end; empty for none. */
export const sectionsText = (sections: readonly NewSection[]): string => {
  const links = sections.flatMap((section) => section.links.map(({ url }) => `[${section.version ?? 'Unreleased'}]: ${url}`));
  const blocks = [...sections.map(sectionText), ...(links.length > 0 ? [links.join('\n')] : [])];
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
};
