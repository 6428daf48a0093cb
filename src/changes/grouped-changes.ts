/** Changes from commits: worded, put under their headings, and said once. */
import type { Change, ChangeGroup, Contributor } from '../model/changes.ts';
import { coAuthorsOf, contributorsOf, type People } from './contributors.ts';
import { groupFor, groupOrder } from './mapping.ts';
import { distinctReferences, pullsOfHeader, referencesIn, referencesOf } from './references.ts';
import { revertOf } from './reverts.ts';
import type { ChangelogSettings } from './settings.ts';
import type { ToldCommit } from './told-commits.ts';

/** Where a change goes: under a title, to what is not listed (false), or nobody knows (undefined). */
export interface Placed {
  readonly title: string | false | undefined;
  readonly change: Change;
}

const named = ({ message }: ToldCommit): Pick<Change, 'type' | 'scope' | 'text'> => {
  const { type, scope } = message;
  const text = pullsOfHeader(message.text).text;
  const reverted = type === undefined || type === 'revert' ? revertOf(message)?.header : undefined;
  if (reverted !== undefined) return { type: 'revert', ...(scope !== undefined && { scope }), text: `Revert "${reverted}"` };
  return { ...(type !== undefined && { type }), ...(scope !== undefined && { scope }), text };
};

const writersOf = ({ commit, message, branch }: ToldCommit, people: People): Contributor[] => {
  const committed = branch.length > 0 ? branch.map(({ author }) => author) : [commit.author];
  return contributorsOf([...committed, ...coAuthorsOf(message.trailers)], people);
};

const changeOf = (told: ToldCommit, people: People): Change => {
  const { pulls, issues } = referencesOf(told.message);
  const worded = named(told);
  return {
    ...worded,
    breaking: told.message.breaking,
    notes: told.message.notes,
    pulls: distinctReferences([...told.pulls, ...pulls]),
    issues: distinctReferences([...referencesIn(worded.text), ...issues]),
    commits: [told.commit.id, ...told.branch.map(({ id }) => id)],
    authors: writersOf(told, people),
  };
};

// What breaks something is always listed.
const placeOf = ({ type, scope, breaking }: Change, { types, scopes }: ChangelogSettings): Placed['title'] => {
  const hidden = scope !== undefined && Object.hasOwn(scopes, scope) && scopes[scope] === false;
  const title = hidden ? false : groupFor(types, { ...(type !== undefined && { type }), ...(scope !== undefined && { scope }) });
  return breaking && typeof title !== 'string' ? 'Changed' : title;
};

const titled = (change: Change, { scopes }: ChangelogSettings): Change => {
  const { scope } = change;
  const title = scope !== undefined && Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  return typeof title === 'string' ? { ...change, scope: title } : change;
};

/** Each change of some commits with the place it goes to. */
export const placeChanges = (told: readonly ToldCommit[], settings: ChangelogSettings, people: People): Placed[] =>
  told.map((commit) => {
    const change = changeOf(commit, people);
    return { title: placeOf(change, settings), change: titled(change, settings) };
  });

const same = ({ type, scope, text }: Change): string => JSON.stringify([type, scope, text]);

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
    if (typeof title !== 'string') continue;
    const changes = byTitle.get(title);
    if (changes === undefined) byTitle.set(title, [change]);
    else changes.push(change);
  }
  return [...byTitle]
    .filter(([, changes]) => changes.length > 0)
    .map(([title, changes]) => ({ title, changes: breakingFirst(foldChanges(changes)) }));
};
