/** Reverts: what a commit takes back, and what is left when reverts, and reverts of reverts, have cancelled each other. */
import type { ReadCommit } from './read-commits.ts';
import { pullsOfHeader } from './references.ts';
import type { Revert } from './revert.ts';

interface Index {
  readonly sorted: readonly ReadCommit[];
  readonly headers: ReadonlyMap<string, readonly number[]>;
}

// Only what some revert names has to be found.
const indexOf = (commits: readonly ReadCommit[]): Index => {
  const headers = new Map<string, number[]>();
  for (const { revert } of commits) if (revert?.header !== undefined) headers.set(pullsOfHeader(revert.header).text, []);
  for (const [index, { title }] of commits.entries()) headers.get(title)?.push(index);
  return { sorted: commits, headers };
};

const byId = ({ sorted }: Index, id: string): number => sorted.findIndex(({ commit }) => commit.id.startsWith(id));

const byPull = ({ sorted }: Index, at: number, pull: number): number =>
  sorted.findIndex(({ pulls }, index) => index > at && pulls.some(({ number, repository }) => number === pull && repository === undefined));

const isLeft = (gone: ReadonlySet<number>, index: number): boolean => index >= 0 && !gone.has(index);

interface Search {
  readonly index: Index;
  readonly gone: ReadonlySet<number>;
  /** Ids of commits that are in the history before: a revert that names one takes nothing back here. */
  readonly earlier: ReadonlySet<string>;
}

const older = (header: string, at: number, { index, gone }: Search): number =>
  index.headers.get(pullsOfHeader(header).text)?.find((place) => place > at && !gone.has(place)) ?? -1;

/** The places of what a revert takes back: by id; when the id is of no commit in this history (it was rebased), by header or pull request. */
const targetsOf = ({ ids, header, pull }: Revert, at: number, search: Search): number[] => {
  const { index, gone, earlier } = search;
  const named = ids.map((id) => byId(index, id)).filter((found) => isLeft(gone, found));
  if (named.length > 0) return named;
  if (ids.some((id) => earlier.has(id))) return [];
  const guessed = header === undefined ? -1 : older(header, at, search);
  if (guessed >= 0) return [guessed];
  const pulled = pull === undefined ? -1 : byPull(index, at, pull);
  return isLeft(gone, pulled) ? [pulled] : [];
};

/** Ids that reverts name and that are not among the commits, where their header would fit one: whether they are older has to be asked. */
export const doubtfulIds = (commits: readonly ReadCommit[]): string[] => {
  if (commits.every(({ revert }) => revert === undefined)) return [];
  const index = indexOf(commits);
  return commits.flatMap(({ revert }, at) => {
    if (revert === undefined || revert.ids.some((id) => byId(index, id) >= 0)) return [];
    return targetsOf({ ...revert, ids: [] }, at, { index, gone: new Set(), earlier: new Set() }).length > 0 ? revert.ids : [];
  });
};

/**
 * The commits, newest first, without those that were taken back and without what took them back. From the newest on: a revert that was
 * itself taken back takes nothing back.
 */
export const withoutReverted = <C extends ReadCommit>(commits: readonly C[], earlier: ReadonlySet<string>): C[] => {
  if (commits.every(({ revert }) => revert === undefined)) return [...commits];
  const index = indexOf(commits);
  const gone = new Set<number>();
  for (const [at, { revert }] of commits.entries()) {
    if (revert === undefined || gone.has(at)) continue;
    const targets = targetsOf(revert, at, { index, gone, earlier });
    if (targets.length > 0) for (const place of [at, ...targets]) gone.add(place);
  }
  return commits.filter((_, at) => !gone.has(at));
};
