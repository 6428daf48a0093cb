/** Fragments: changes that somebody wrote into files of their own, beside or instead of what commits say. */
import type { Change, Reference } from '../model/changes.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Placed } from './grouped-changes.ts';
import { groupFor, groupOrder, type TypeMapping } from './mapping.ts';

/** A fragment as its file gives it. */
export interface Fragment {
  /** POSIX path; its name is `<number>.<type>.md`, `<any-words>.<type>.md` or `<name>.<type>.<n>.md`. */
  readonly path: string;
  readonly text: string;
}

const namePattern = /^(?:.*\/)?(?<id>[^/]+?)\.(?<type>[\p{L}][\p{L}\p{N}_-]*)(?<breaking>!)?(?:\.\d+)?\.md$/u;

/** Files of a fragments folder that are none: what explains the folder, and what hides. */
export const isFragmentFile = (path: string): boolean => !/(?:^|\/)(?:README\.md|\.[^/]*|_[^/]*)$/i.test(path);

const titleFor = (types: TypeMapping, type: string): string | false | undefined =>
  groupOrder(types).find((title) => title.toLowerCase() === type.toLowerCase()) ?? groupFor(types, { type: type.toLowerCase() });

const misnamed = (path: string, types: TypeMapping): UsageError =>
  new UsageError(
    `${path}: The name of a fragment says where it belongs: <number>.<type>.md, for example ${path.replace(/[^/]*$/, '')}12.fixed.md. Types: ${groupOrder(
      types,
    )
      .map((title) => title.toLowerCase())
      .join(', ')}.`,
  );

const pullsOf = (id: string): Reference[] => (/^#?\d+$/.test(id) ? [{ number: Number(id.replace('#', '')) }] : []);

/** A fragment as a change under its heading. Throws a UsageError for a name or a text that says nothing. */
export const placeFragment = ({ path, text }: Fragment, types: TypeMapping): Placed => {
  const { id = '', type = '', breaking } = namePattern.exec(path)?.groups ?? {};
  const title = titleFor(types, type);
  if (title === undefined) throw misnamed(path, types);
  const body = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^[-*+][ \t]+/, '');
  if (body === '') throw new UsageError(`${path}: The fragment is empty. Write what changed for those who use it.`);
  const change: Change = {
    type: type.toLowerCase(),
    text: body,
    markdown: true,
    breaking: breaking !== undefined,
    notes: [],
    pulls: pullsOf(id),
    issues: [],
    commits: [],
    authors: [],
  };
  return { title: title === false ? 'Changed' : title, change };
};

/** Fragments before commits; a commit whose pull request has a fragment is not told again, and lends it its ids and authors. */
export const withFragments = (fragments: readonly Placed[], placed: readonly Placed[]): Placed[] => {
  const described = new Set(fragments.flatMap(({ change }) => change.pulls.map(({ number }) => number)));
  const isDescribed = ({ change }: Placed): boolean =>
    change.pulls.some(({ number, repository }) => repository === undefined && described.has(number));
  const lent = ({ title, change }: Placed): Placed => {
    const numbers = new Set(change.pulls.map(({ number }) => number));
    const told = placed.filter((other) => isDescribed(other) && other.change.pulls.some(({ number }) => numbers.has(number)));
    return {
      title,
      change: {
        ...change,
        breaking: change.breaking || told.some(({ change: { breaking } }) => breaking),
        commits: told.flatMap(({ change: { commits } }) => commits),
        authors: told.flatMap(({ change: { authors } }) => authors),
      },
    };
  };
  return [...fragments.map(lent), ...placed.filter((other) => !isDescribed(other))];
};

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** The name of a new fragment: by pull request, else by its first words; the first that is not taken. */
export const fragmentName = (
  fragment: { type: string; pull?: number; text: string; breaking: boolean },
  taken: ReadonlySet<string>,
): string => {
  const { type, pull, text, breaking } = fragment;
  const head = `${pull ?? (slug(text) || 'change')}.${type.toLowerCase()}${breaking ? '!' : ''}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${head}.md` : `${head}.${number}.md`;
    if (!taken.has(name)) return name;
  }
};

/** Whether a fragment may have that type. */
export const isFragmentType = (types: TypeMapping, type: string): boolean => titleFor(types, type) !== undefined;
