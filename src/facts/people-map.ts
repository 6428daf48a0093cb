/** The people map: which person a name, handle or address stands for. */
import type { Person } from '../model/people.ts';
import { UsageError } from '../model/usage-error.ts';
import { foldName, invisible, type MailmapEntry, readMailmap } from './people.ts';

export interface Identity {
  readonly handle: string;
  readonly human: boolean;
  readonly roles: readonly string[];
}

export interface PeopleMap {
  /** There is a list: who is not on it is unknown. */
  readonly listed: boolean;
  /** Everybody on the list. */
  readonly everybody: readonly Identity[];
  /** The person of the list that a name, handle, address, or `Name <address>` stands for. */
  readonly identify: (text: string) => Identity | undefined;
  /** The same text for the same person, on the list or not. */
  readonly keyOf: (text: string) => string;
}

/** `[bot]`, `Codex session`, `release-agent`: nobody of that name is taken for a human unless a list says so. */
export const soundsAutomatic = (text: string): boolean =>
  /\[bot\]|(?:^|[\s._-])(?:ro)?bot\b|\b(?:session|agent|copilot|chatgpt|github-actions|automation)s?\b/iu.test(
    text.normalize('NFKC').replace(invisible, ''),
  );

interface Parts {
  readonly name: string;
  readonly email?: string;
}

const address = /<\s*([^<>\s]+@[^<>\s]+)\s*>|^\s*([^\s@<>]+@[^\s@<>]+)\s*$/;

const partsOf = (text: string): Parts => {
  const match = address.exec(text);
  const email = match?.[1] ?? match?.[2];
  return { name: text.replace(address, ' ').trim(), ...(email !== undefined && { email: foldName(email) }) };
};

const pairKey = (name: string, email: string): string => `${foldName(name)} <${foldName(email)}>`;

// GitHub's private addresses name the account.
const accountOf = (email: string): string | undefined => /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(email)?.[1];

const keysOf = (person: Person): string[] => [person.handle, ...(person.names ?? []), ...(person.emails ?? [])].map(foldName);

const pointersOf = (person: Person): string[] => [
  '/handle',
  ...(person.names ?? []).map((_, index) => `/names/${index}`),
  ...(person.emails ?? []).map((_, index) => `/emails/${index}`),
];

const entryKeys = ({ name, email, commitName, commitEmail }: MailmapEntry): string[] => [
  // A commit name without its address is nobody's: `root` commits on every machine.
  commitName === undefined ? foldName(commitEmail) : pairKey(commitName, commitEmail),
  ...(name === undefined ? [] : [foldName(name)]),
  ...(email === undefined ? [] : [foldName(email)]),
];

/** Key → all keys of the same person. */
type Aliases = Map<string, ReadonlySet<string>>;

const join = (aliases: Aliases, keys: readonly string[]): ReadonlySet<string> => {
  const merged = new Set([...keys, ...keys.flatMap((key) => [...(aliases.get(key) ?? [])])]);
  for (const key of merged) aliases.set(key, merged);
  return merged;
};

const addPerson = (aliases: Aliases, person: Person, where: (pointer: string) => string): void => {
  const keys = [...new Set(keysOf(person))];
  const taken = keysOf(person).findIndex((key) => key === '' || aliases.has(key));
  if (taken >= 0) {
    const alias = [person.handle, ...(person.names ?? []), ...(person.emails ?? [])][taken] ?? '';
    throw new UsageError(
      `${where(pointersOf(person)[taken] ?? '')}: "${alias}" of ${person.handle} ${foldName(alias) === '' ? 'names nobody' : 'stands for somebody else, too'}. Give every name, handle and address to one person.`,
    );
  }
  join(aliases, keys);
};

const addEntry = (aliases: Aliases, entry: MailmapEntry, handles: ReadonlyMap<string, Identity>): void => {
  const owners = [...join(aliases, entryKeys(entry))].flatMap((key) => handles.get(key)?.handle ?? []);
  if (owners.length > 1)
    throw new UsageError(
      `.mailmap:${entry.line}:1: This entry makes ${owners.join(' and ')} one person. Correct it, or list them as one person.`,
    );
};

const identityOf = ({ handle, human, roles }: Person): Identity => ({
  handle: `@${handle.trim().replace(/^@+/, '')}`,
  human: human ?? true,
  roles: roles ?? [],
});

/** What a text says of a person, as keys. */
interface Mentions {
  /** The whole text, and a commit's name with its address: known as they stand, they decide. */
  readonly exact: readonly string[];
  readonly email?: string;
  readonly handles: readonly string[];
  /** What is left without handles, address and brackets. */
  readonly name: string;
}

const handlePattern = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_.-]+/gu;

const mentionsIn = (text: string): Mentions => {
  const { name, email } = partsOf(text);
  const bare = name.replace(/[(（[][^)）\]]*[)）\]]/g, ' ').replace(handlePattern, ' ');
  return {
    exact: [foldName(text), ...(email === undefined ? [] : [pairKey(name, email)])],
    ...(email !== undefined && { email: accountOf(email) ?? email }),
    handles: [...name.matchAll(handlePattern)].map(([handle]) => foldName(handle)),
    name: foldName(bare),
  };
};

type Find = (key: string) => Identity | undefined;

const onlyOne = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

// Everything that a text says has to mean the same person. Only an address that nobody listed may stand beside a known name,
// and only while no address of that person is known.
const agreed = ({ email, handles, name }: Mentions, find: Find, hasEmail: (identity: Identity) => boolean): Identity | undefined => {
  const named = name === '' ? undefined : find(name);
  const others = [...(email === undefined ? [] : [email]), ...handles].map(find);
  if (named === undefined) return onlyOne(others);
  if (others.every((identity) => identity === named)) return named;
  return handles.length === 0 && others[0] === undefined && !hasEmail(named) ? named : undefined;
};

const unlistedKey = (aliases: Aliases, text: string): string => {
  const { exact, email, handles, name } = mentionsIn(text);
  const known = [...exact, ...(email === undefined ? [] : [email]), ...handles, name]
    .map((key) => aliases.get(key))
    .find((keys) => keys !== undefined);
  if (known !== undefined) return [...known].sort()[0] ?? '';
  return onlyOne(handles) ?? (name === '' ? foldName(text) : name);
};

/**
 * A map of a people list and a mailmap. A name, handle or address of two people is a UsageError.
 * `locate` gives the place of a pointer into the list.
 */
export const peopleMap = (
  people: readonly Person[] | undefined,
  mailmap = '',
  locate: (pointer: string) => string = () => 'people',
): PeopleMap => {
  const aliases: Aliases = new Map();
  for (const [index, person] of (people ?? []).entries()) addPerson(aliases, person, (pointer) => locate(`/${index}${pointer}`));
  const handles = new Map((people ?? []).map((person) => [foldName(person.handle), identityOf(person)]));
  const withEmail = new Set((people ?? []).filter(({ emails = [] }) => emails.length > 0).map(({ handle }) => foldName(handle)));
  for (const entry of readMailmap(mailmap)) addEntry(aliases, entry, handles);
  const find: Find = (key) => [...(aliases.get(key) ?? [])].flatMap((alias) => handles.get(alias) ?? [])[0];
  const identify = (text: string): Identity | undefined => {
    const mentions = mentionsIn(text);
    return (
      mentions.exact.map(find).find((identity) => identity !== undefined) ??
      agreed(mentions, find, ({ handle }) => withEmail.has(foldName(handle)))
    );
  };
  const everybody = [...handles.values()];
  return { listed: people !== undefined, everybody, identify, keyOf: (text) => identify(text)?.handle ?? unlistedKey(aliases, text) };
};
