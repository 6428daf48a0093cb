/** The commits of one release that tell a change: merges folded into what they merged, reverted work left out. */
import type { Reference } from '../model/changes.ts';
import type { HistoryCommit } from '../model/history.ts';
import { type Branch, branchesOf } from './branches.ts';
import { groupFor, type TypeMapping } from './mapping.ts';
import { type ReadCommit, type Reading, readCommits, silenced } from './read-commits.ts';
import { doubtfulIds, withoutReverted } from './reverts.ts';

/** A commit that tells a change. */
export interface ToldCommit extends ReadCommit {
  /** The commits of the branch, where a merge speaks for them. */
  readonly branch: readonly HistoryCommit[];
}

/** What a release's commits say, before reverts are settled. */
export interface Told {
  readonly reads: readonly ReadCommit[];
  readonly branches: readonly Branch[];
}

const tells = (types: TypeMapping, { message, silent, revert }: ReadCommit): boolean =>
  !silent && (message.breaking || revert !== undefined || typeof groupFor(types, message) === 'string');

// A pull request's title is listed only where none of its commits tells anything: listing both would say it twice.
const foldMerges = ({ reads, branches }: Told, types: TypeMapping): ReadCommit[] => {
  if (branches.length === 0) return [...reads];
  const telling = new Set(reads.filter((read) => tells(types, read)).map(({ commit }) => commit.id));
  const spokenFor = new Set<string>();
  const silent = new Set<string>();
  for (const { merge, all } of branches) {
    const own = telling.has(merge.id) && !all.some(({ id }) => telling.has(id));
    if (!own && all.length > 0) silent.add(merge.id);
    for (const { id } of own ? all : []) spokenFor.add(id);
  }
  return reads.map((read) => (silent.has(read.commit.id) || spokenFor.has(read.commit.id) ? silenced(read) : read));
};

/** Reads the commits of a release and folds its merges. */
export const tellCommits = (commits: readonly HistoryCommit[], types: TypeMapping, reading: Reading): Told => {
  const told = { reads: readCommits(commits, reading), branches: branchesOf(commits) };
  return { ...told, reads: foldMerges(told, types) };
};

/** Ids of commits that reverts name and that have to be looked for in the history before. */
export const idsInDoubt = ({ reads }: Told): string[] => doubtfulIds(reads);

// The innermost pull request that has a number; a header that names one keeps its own.
const pullsByCommit = (reads: readonly ReadCommit[], branches: readonly Branch[]): Map<string, readonly Reference[]> => {
  const merged = new Map(reads.map(({ commit, pulls }) => [commit.id, pulls]));
  const pullsOf = new Map<string, readonly Reference[]>();
  for (const { merge, all } of branches) {
    const pulls = merged.get(merge.id) ?? [];
    const unnamed = pulls.length === 0 ? [] : all.filter(({ id }) => !pullsOf.has(id));
    for (const { id } of unnamed) pullsOf.set(id, pulls);
  }
  return pullsOf;
};

const withBranch = (read: ReadCommit, pulls: readonly Reference[], branch: readonly HistoryCommit[]): ToldCommit => ({
  commit: read.commit,
  message: read.message,
  title: read.title,
  revert: read.revert,
  silent: false,
  pulls,
  branch,
});

/** The commits that tell a change of the release, newest first. `earlier`: which ids in doubt are of commits in the history before. */
export const settleReverts = ({ reads, branches }: Told, earlier: ReadonlySet<string>): ToldCommit[] => {
  const kept = withoutReverted(reads, earlier);
  if (branches.length === 0) return kept.filter(({ silent }) => !silent).map((read) => withBranch(read, read.pulls, []));
  const left = new Set(kept.map(({ commit }) => commit.id));
  const sides = new Map(branches.map(({ merge, all }) => [merge.id, all]));
  // Who takes back a merge takes back what it brought in.
  const gone = new Set(branches.filter(({ merge }) => !left.has(merge.id)).flatMap(({ all }) => all.map(({ id }) => id)));
  const pullsOf = pullsByCommit(reads, branches);
  return kept
    .filter(({ commit, silent }) => !silent && !gone.has(commit.id))
    .map((read) => {
      const { id } = read.commit;
      return withBranch(read, read.pulls.length > 0 ? read.pulls : (pullsOf.get(id) ?? []), sides.get(id) ?? []);
    });
};
