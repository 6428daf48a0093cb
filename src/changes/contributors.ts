/** Contributors: who wrote a change, alone or together, and who did so for the first time. */
import type { Contributor } from '../model/changes.ts';
import type { HistoryCommit, HistoryPerson } from '../model/history.ts';
import type { Trailer } from './message.ts';

/** What the people of the configuration say of somebody; undefined for whom they do not know. */
export type Identify = (person: HistoryPerson) => { readonly handle: string; readonly human: boolean } | undefined;

export const nobodyKnown: Identify = () => undefined;

const coAuthor = /^co-authored-by$/i;
const nameAndAddress = /^(.*?)\s*<([^<>]*)>\s*$/;

const personIn = (text: string): HistoryPerson | undefined => {
  const [, name, email] = nameAndAddress.exec(text) ?? [];
  return name === undefined || email === undefined ? undefined : { name: name.trim(), email: email.trim() };
};

/** The co-authors that trailers name. */
export const coAuthorsOf = (trailers: readonly Trailer[]): HistoryPerson[] =>
  trailers.flatMap(({ token, value }) => (coAuthor.test(token) ? (personIn(value) ?? []) : []));

const coAuthorLine = /^co-authored-by:[ \t]*(.*?)\s*$/gim;

/** Everybody who wrote a commit, its author first. */
export const authorsOf = ({ author, message }: HistoryCommit): HistoryPerson[] =>
  /co-authored-by/i.test(message)
    ? [author, ...[...message.matchAll(coAuthorLine)].flatMap(([, value = '']) => personIn(value) ?? [])]
    : [author];

const automatic = /\[bot\]/i;

/** Knows people by handle, else by address, else by name; nobody automatic is a contributor. */
export interface People {
  readonly keyOf: (person: HistoryPerson) => string | undefined;
  readonly contributorOf: (person: HistoryPerson) => Contributor;
}

interface Known {
  readonly key: string | undefined;
  readonly contributor: Contributor;
}

const knownAs = (person: HistoryPerson, identity: ReturnType<Identify>): Known => {
  const { name, email } = person;
  if (identity !== undefined)
    return { key: identity.human ? identity.handle : undefined, contributor: { name, email, handle: identity.handle } };
  return { key: automatic.test(name) ? undefined : (email || name).toLowerCase(), contributor: { name, email } };
};

export const peopleBy = (identify: Identify): People => {
  const known = new Map<HistoryPerson, Known>();
  const find = (person: HistoryPerson): Known => {
    const before = known.get(person);
    if (before !== undefined) return before;
    const found = knownAs(person, identify(person));
    known.set(person, found);
    return found;
  };
  return { keyOf: (person) => find(person).key, contributorOf: (person) => find(person).contributor };
};

/** Each person once, in order of first appearance. */
export const contributorsOf = (persons: readonly HistoryPerson[], people: People): Contributor[] => {
  const [first] = persons;
  if (first !== undefined && persons.length === 1) return people.keyOf(first) === undefined ? [] : [people.contributorOf(first)];
  const byKey = new Map<string, Contributor>();
  for (const person of persons) {
    const key = people.keyOf(person);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, people.contributorOf(person));
  }
  return [...byKey.values()];
};

/** The commit of everybody's first work; commits come newest first and reach back to the beginning. */
export const firstWork = (commits: readonly HistoryCommit[], people: People): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  for (const commit of commits) {
    for (const person of authorsOf(commit)) {
      const key = people.keyOf(person);
      if (key !== undefined) first.set(key, commit.id);
    }
  }
  return first;
};
