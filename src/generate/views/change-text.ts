/** The parts of an entry of a changelog, as Markdown without indentation: the view joins them, and templates may use each of them. */
import type { Change, Reference } from '../../model/changes.ts';
import { escapeText } from '../escape.ts';
import { destination, isSafe } from '../forms.ts';
import { type LinkReference, lineMarkdown, textMarkdown, visible } from './plain-markdown.ts';

/** When an entry names its commit. */
export type NamedCommit = 'without-pull' | 'always' | 'never';

const labelOf = ({ repository = '', number, url = '' }: Reference): string =>
  `${repository}${url.includes('/merge_requests/') ? '!' : '#'}${number}`;

const linkTo = (label: string, url: string | undefined): string =>
  url === undefined || !isSafe(url) ? label : `[${label}](${destination(url)})`;

const labelSpot = { before: '[', after: ']', link: true } as const;

// A number alone marks nothing up.
const referenceLink = (reference: Reference): string => {
  const label = labelOf(reference);
  return linkTo(reference.repository === undefined ? label : escapeText(label, labelSpot), reference.url);
};

/** References in the text become links to what they name, if that is known. */
const linking =
  ({ pulls, issues }: Change): LinkReference =>
  (mark) => {
    const plain = mark.replace(/^GH-/, '#').replace('!', '#');
    const meant = [...pulls, ...issues].find(({ repository = '', number }) => `${repository}#${number}` === plain);
    return meant?.url === undefined ? undefined : linkTo(mark, meant.url);
  };

const mentions = (text: string, reference: Reference): boolean => {
  const { repository = '', number } = reference;
  if (!text.includes(String(number))) return false;
  return [`${repository}#${number}`, `${repository}!${number}`, `GH-${number}`].some((mark) =>
    text.split(mark).some((after, index) => index > 0 && !/^\d/.test(after)),
  );
};

const commitLink = ({ commits, url, pulls, markdown }: Change, when: NamedCommit): string[] => {
  const [newest] = commits;
  if (newest === undefined || when === 'never' || (when === 'without-pull' && (pulls.length > 0 || markdown === true))) return [];
  return [linkTo(`\`${newest.slice(0, 7)}\``, url)];
};

/** The pull requests and issues that its text does not name, and its newest commit. */
export const referencesOf = (change: Change, when: NamedCommit): string => {
  if (change.pulls.length === 0 && change.issues.length === 0) return commitLink(change, when).join('');
  const named = [...change.pulls, ...change.issues].filter((reference) => !mentions(change.text, reference)).map(referenceLink);
  return [...new Set([...named, ...commitLink(change, when)])].join(', ');
};

const wordingOf = (change: Change): string =>
  (change.markdown === true ? change.text : lineMarkdown(change.text, linking(change))) || '*no message*';

// What somebody wrote at length may have several paragraphs.
const split = (markdown: string): readonly [string, string] => {
  if (!markdown.includes('\n')) return [markdown, ''];
  const end = markdown.search(/\n[ \t]*\n|$(?![\s\S])/);
  return [markdown.slice(0, end), markdown.slice(end)];
};

/** The first paragraph of its text. */
export const headlineOf = (change: Change): string => split(wordingOf(change))[0];

/** The other paragraphs and the notes, each after an empty line; empty where there are none. */
export const detailsOf = (change: Change): string => {
  const notes = change.notes
    .filter((note) => note.trim() !== change.text.trim())
    .map((note) => (change.markdown === true ? note.trim() : textMarkdown(note, linking(change))))
    // Of a note of signs that nobody sees nothing is left.
    .filter((note) => note !== '');
  // A header is one line.
  const rest = change.markdown === true ? split(change.text)[1] : '';
  return [rest, ...notes.map((note) => `\n\n${note}`)].join('');
};

// It stands between the marks of strong emphasis, so that no letter of it may be one of them.
const scopeOf = (scope: string): string => `**${escapeText(visible(scope), { before: '- **', after: ':** ' })}:** `;

/** What stands before its text: whether it breaks something, and its scope; empty, or with a space at the end. */
export const leadOf = ({ breaking, scope }: Change): string =>
  `${breaking ? '**Breaking:** ' : ''}${scope === undefined ? '' : scopeOf(scope)}`;

/** Lines after the first moved below the text of a list item. */
export const indented = (markdown: string): string =>
  markdown.includes('\n') ? markdown.split('\n').join('\n  ').replace(/^ +$/gm, '') : markdown;
