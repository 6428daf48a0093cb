/** Helpers for the entries of a changelog: the parts that docgate's own view prints, so that templates say the same. */
import type { Change } from '../model/changes.ts';
import type { Helper } from './helper.ts';
import { withoutMentions } from './mentions.ts';
import { Pieces } from './piece.ts';
import { detailsOf, headlineOf, indented, leadOf, referencesOf } from './views/change-text.ts';

/** A change of a context; `namesCommit` as `changelog.commits` of the configuration says. */
type Told = Change & { readonly namesCommit?: boolean };

const nothing: Change = { text: '', breaking: false, notes: [], pulls: [], issues: [], commits: [], authors: [] };

const toldOf = (value: unknown): Told => ({ ...nothing, ...(value as Partial<Told>) });

const textOf = (value: unknown): string => (value === undefined ? '' : String(value));

const prose = (text: string, markdown: string): Pieces => new Pieces(markdown === '' ? [] : [{ form: 'prose', text, markdown }]);

const headline = (change: Told): Pieces => prose(withoutMentions(change.text), indented(headlineOf(change)));

const details = (change: Told): Pieces => prose(` ${withoutMentions(change.notes.join(' '))}`, indented(detailsOf(change)));

const references = (change: Told, before: string, after: string): Pieces => {
  const { namesCommit } = change;
  const named = referencesOf(change, namesCommit === undefined ? 'without-pull' : namesCommit ? 'always' : 'never');
  const plain = named.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return prose(`${before}${plain}${after}`, named === '' ? '' : `${before}${named}${after}`);
};

const lead = (change: Told): Pieces => prose(`${change.breaking ? 'Breaking: ' : ''}${change.scope ?? ''} `, leadOf(change));

export const changeHelpers = {
  lead: {
    what: 'what stands before the text of a change: `**Breaking:**`, and its scope; nothing where there is neither',
    takes: [1, 1],
    list: true,
    call: ([value]) => lead(toldOf(value)),
  },
  headline: {
    what: 'what a change says, as a list item: references linked, `@names` as code; of Markdown the first paragraph',
    takes: [1, 1],
    list: true,
    call: ([value]) => headline(toldOf(value)),
  },
  references: {
    what: 'pull requests and issues that its text does not name, and its commit, between `before` and `after`; nothing where there are none',
    takes: [1, 1],
    list: true,
    named: ['before', 'after'],
    call: ([value], named) => references(toldOf(value), textOf(named['before']), textOf(named['after'])),
  },
  details: {
    what: 'the other paragraphs of a change and its notes, below its list item; nothing where there are none',
    takes: [1, 1],
    list: true,
    call: ([value]) => details(toldOf(value)),
  },
} as const satisfies Readonly<Record<string, Helper>>;
