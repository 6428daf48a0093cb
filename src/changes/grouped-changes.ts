/** Changes from commits: worded, put under their headings, and said once. */
import type { Change, ChangeGroup, Contributor, Reference } from '../model/changes.ts';
import { coAuthorsOf, contributorsOf, type People } from './contributors.ts';
import { groupFor, groupOrder } from './mapping.ts';
import { distinctReferences, pullsOfHeader, referencesIn, referencesOf } from './references.ts';
import type { ChangelogSettings } from './settings.ts';
import type { ToldCommit } from './told-commits.ts';

/** Where a change goes: under a title, or nobody knows (undefined). */
export interface Placed {
  readonly title: string | undefined;
  readonly change: Change;
}

interface Named {
  readonly type: string | undefined;
  readonly scope: string | undefined;
  readonly text: string;
}

const nameOf = ({ message, title, revert }: ToldCommit): Named => {
  const { type, scope } = message;
  const reverted = type === undefined || type === 'revert' ? revert?.header : undefined;
  if (reverted !== undefined) return { type: 'revert', scope, text: `Revert "${reverted}"` };
  if (title.length === message.header.length) return { type, scope, text: message.text };
  return { type, scope, text: type === undefined ? title : pullsOfHeader(message.text).text };
};

const writersOf = ({ commit, message, branch }: ToldCommit, people: People | undefined): readonly Contributor[] => {
  if (people === undefined) return [];
  if (branch.length === 0 && message.trailers.length === 0) return contributorsOf([commit.author], people);
  const committed = branch.length > 0 ? branch.map(({ author }) => author) : [commit.author];
  return contributorsOf([...committed, ...coAuthorsOf(message.trailers)], people);
};

const joinedReferences = (some: readonly Reference[], more: readonly Reference[]): readonly Reference[] =>
  more.length === 0 ? some : some.length === 0 ? more : distinctReferences([...some, ...more]);

const changeOf = (told: ToldCommit, named: Named, people: People | undefined): Change => {
  const { pulls, issues } = referencesOf(told.message);
  const { type, scope, text } = named;
  return {
    type,
    scope,
    text,
    breaking: told.message.breaking,
    notes: told.message.notes,
    pulls: joinedReferences(told.pulls, pulls),
    issues: joinedReferences(referencesIn(text), issues),
    commits: told.branch.length === 0 ? [told.commit.id] : [told.commit.id, ...told.branch.map(({ id }) => id)],
    authors: writersOf(told, people),
  };
};

// What breaks something is always listed.
const placeOf = (named: Named, breaking: boolean, { types, scopes }: ChangelogSettings): string | false | undefined => {
  const { scope } = named;
  const title = groupFor(types, named);
  if (breaking) return title || 'Changed';
  return scope !== undefined && Object.hasOwn(scopes, scope) && scopes[scope] === false ? false : title;
};

const titled = (named: Named, { scopes }: ChangelogSettings): Named => {
  const { scope } = named;
  const title = scope !== undefined && Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  return typeof title === 'string' ? { ...named, scope: title } : named;
};

/** Each change of some commits that is listed, or that nobody knows where to list, with the place it goes to; `people`: its authors are named. */
export const placeChanges = (told: readonly ToldCommit[], settings: ChangelogSettings, people?: People): Placed[] =>
  told.flatMap((commit) => {
    const named = nameOf(commit);
    const title = placeOf(named, commit.message.breaking, settings);
    return title === false ? [] : [{ title, change: changeOf(commit, titled(named, settings), people) }];
  });

// None of the three holds a line break.
const same = ({ type = '', scope = '', text }: Change): string => `${type}\n${scope}\n${text}`;

const joined = (newer: Change, older: Change): Change => ({
  ...newer,
  breaking: newer.breaking || older.breaking,
  notes: [...new Set([...newer.notes, ...older.notes])],
  pulls: distinctReferences([...newer.pulls, ...older.pulls]),
  issues: distinctReferences([...newer.issues, ...older.issues]),
  commits: [...new Set([...newer.commits, ...older.commits])],
  authors: [...new Map([...newer.authors, ...older.authors].map((author) => [author.email || author.name, author])).values()],
});

/** Changes that say the same become one, where the newest of them stood. */
export const foldChanges = (changes: readonly Change[]): Change[] => {
  const folded = new Map<string, Change>();
  for (const change of changes) {
    const before = folded.get(same(change));
    folded.set(same(change), before === undefined ? change : joined(before, change));
  }
  return [...folded.values()];
};

const breakingFirst = (changes: readonly Change[]): Change[] => [
  ...changes.filter(({ breaking }) => breaking),
  ...changes.filter(({ breaking }) => !breaking),
];

/** The groups that have changes, in their order; in each what breaks something comes first, then the newest. */
export const groupChanges = (placed: readonly Placed[], { types }: ChangelogSettings): ChangeGroup[] => {
  const byTitle = new Map<string, Change[]>(groupOrder(types).map((title) => [title, []]));
  for (const { title, change } of placed) {
    if (title === undefined) continue;
    const changes = byTitle.get(title);
    if (changes === undefined) byTitle.set(title, [change]);
    else changes.push(change);
  }
  return [...byTitle]
    .filter(([, changes]) => changes.length > 0)
    .map(([title, changes]) => ({ title, changes: breakingFirst(foldChanges(changes)) }));
};
