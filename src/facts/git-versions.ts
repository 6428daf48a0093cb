/** What a history says of one file: the commits that led to what it holds, through renames and merges. */
import { type Commit, distinctPeople, earliest, type Identity, type NoFacts } from './git-commit.ts';
import type { LogCommit, Touch, Version } from './git-log.ts';

/** The history of a commit. Paths are relative to the asked folder, as documents name them. */
export interface History {
  /** The id of the commit. */
  readonly commit: string;
  /** The object id of every file's content at the commit, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** What made the versions of a path, by path. */
  readonly touches: ReadonlyMap<string, readonly Touch[]>;
}

export interface FileHistory {
  /** The commit that added the file, under whatever name. */
  readonly added: Commit;
  /** The last commit that touched it. */
  readonly last: Commit;
  /** Every commit that led to what it holds, newest first. */
  readonly commits: readonly LogCommit[];
  readonly authors: readonly Identity[];
  readonly committers: readonly Identity[];
}

export const isKnown = <Facts extends object>(facts: Facts | NoFacts): facts is Facts => !('reason' in facts);

/** Touches by the path they made, and how to take in one more. */
export const collectingTouches = (): { readonly byPath: History['touches']; readonly add: (touch: Touch) => void } => {
  const byPath = new Map<string, Touch[]>();
  const add = (touch: Touch): void => {
    const known = byPath.get(touch.path);
    if (known === undefined) byPath.set(touch.path, [touch]);
    else known.push(touch);
  };
  return { byPath, add };
};

/** Touches by the path they made. */
export const touchesByPath = (touches: Iterable<Touch>): History['touches'] => {
  const { byPath, add } = collectingTouches();
  for (const touch of touches) add(touch);
  return byPath;
};

/** The version of a file at the commit; undefined where it is not committed. */
export const committedVersion = ({ files }: History, path: string): Version | undefined => {
  const blob = files.get(path);
  return blob === undefined ? undefined : { path, blob };
};

/**
 * The touches that led to a version, as far back as `keeps` holds.
 * Walking from content to content needs neither the commit graph nor a guess which parent a merge took a file from.
 */
export const leadingTo = ({ touches: byPath }: History, version: Version, keeps: (version: Version) => boolean = () => true): Touch[] => {
  const found = new Set<Touch>();
  const ahead = [version];
  for (const here of ahead) {
    const touches = (byPath.get(here.path) ?? []).filter((touch) => touch.blob === here.blob && !found.has(touch));
    if (touches.length === 0 || !keeps(here)) continue;
    for (const touch of touches) {
      found.add(touch);
      ahead.push(...touch.from);
    }
  }
  return [...found];
};

/** The history of a file; undefined where it is not committed. */
export const fileHistory = (history: History, path: string): FileHistory | undefined => {
  const version = committedVersion(history, path);
  const touches = version === undefined ? [] : leadingTo(history, version);
  const commits = [...new Set(touches.map(({ commit }) => commit))].sort((a, b) => a.order - b.order);
  const [last] = commits;
  const added = earliest(touches.filter(({ from }) => from.length === 0).map(({ commit }) => commit));
  if (last === undefined || added === undefined) return undefined;
  return {
    added,
    last,
    commits,
    authors: distinctPeople(commits.map(({ author }) => author)),
    committers: distinctPeople(commits.map(({ committer }) => committer)),
  };
};

/**
 * The earliest instant (RFC 3339 in UTC) at which git shows a file, by any commit of it; undefined where it is not committed.
 * Rebasing and squashing move the time of the committer, and leave that of the author.
 */
export const firstCommitted = (history: History, path: string): string | undefined =>
  fileHistory(history, path)
    ?.commits.flatMap(({ authoredAt, committedAt }) => [authoredAt, committedAt])
    .sort()[0];
