/** What became of a file since it was approved: in which commits it changed, in which lines, and whether they are committed. */
import type { Related } from '../model/finding.ts';
import { compareDigest, contentDigest } from './digest.ts';
import type { NoFacts } from './git-commit.ts';
import type { LogCommit, Touch, Version } from './git-log.ts';
import type { ReadBlob } from './git-root-cause.ts';
import { committedVersion, type History, isKnown, leadingTo } from './git-versions.ts';
import { changedPlaces } from './line-changes.ts';
import type { Approved } from './subjects.ts';

/** What is known of the changes; without `base` no commit is known to hold what was approved. */
export interface Changes {
  /** A commit that holds what was approved: the newest. */
  readonly base?: { readonly commit: string; readonly path: string };
  /** Those that changed the file since, newest first. */
  readonly commits: readonly LogCommit[];
  /** What is judged is not what is committed. */
  readonly uncommitted: boolean;
  /** In the judged content. */
  readonly places: readonly Related[];
}

export interface ChangeSources {
  readonly history: () => Promise<History | NoFacts>;
  readonly read: ReadBlob;
}

type IsApproved = (version: Version) => boolean;

const recognised = async (touches: readonly Touch[], { digest }: Approved, read: ReadBlob): Promise<IsApproved> => {
  const blobs = [...new Set(touches.map(({ blob }) => blob))];
  const digests = await Promise.all(blobs.map(async (blob) => contentDigest(await read(blob))));
  const same = new Set(blobs.filter((_, index) => compareDigest(digest, digests[index] ?? '') !== 'different'));
  return ({ blob }) => same.has(blob);
};

const newestOf = (touches: readonly Touch[]): Touch | undefined =>
  touches.reduce<Touch | undefined>((best, one) => (best === undefined || one.commit.order < best.commit.order ? one : best), undefined);

// What led to the approved content is no change of it, though another line of a merge may have it, too.
const laterCommits = (history: History, head: Version, approved: { readonly touch: Touch; readonly is: IsApproved }): LogCommit[] => {
  const { touch, is } = approved;
  const before = new Set(leadingTo(history, touch).map(({ commit }) => commit.id));
  const since = leadingTo(history, head, (version) => !is(version)).map(({ commit }) => commit);
  const later = since.filter(({ id, order }) => order < touch.commit.order || !before.has(id));
  return [...new Map(later.map((commit) => [commit.id, commit])).values()].sort((a, b) => a.order - b.order);
};

const baseOf = (touch: Touch | undefined, { then }: Approved): Changes['base'] => {
  if (touch !== undefined) return { commit: touch.commit.id, path: touch.path };
  return then === undefined ? undefined : { commit: then.commit, path: then.path };
};

/** The changes of a file whose judged content is not what was approved; the reason where git cannot tell them. */
export const gitChanges =
  ({ history: ask, read }: ChangeSources) =>
  async (path: string, current: Uint8Array, approved: Approved): Promise<Changes | NoFacts> => {
    const history = await ask();
    if (!isKnown(history)) return history;
    const head = committedVersion(history, path);
    const touches = head === undefined ? [] : leadingTo(history, head);
    const is = await recognised(touches, approved, read);
    const touch = newestOf(touches.filter(is));
    const bytes = touch === undefined ? approved.then?.bytes : await read(touch.blob);
    const base = baseOf(touch, approved);
    return {
      ...(base !== undefined && { base }),
      commits: head === undefined || touch === undefined ? [] : laterCommits(history, head, { touch, is }),
      uncommitted: head === undefined || contentDigest(await read(head.blob)) !== contentDigest(current),
      places: bytes === undefined ? [] : changedPlaces(path, bytes, current),
    };
  };

/** The names that a file had, that of today first. */
export const namesOf = (history: History | NoFacts, path: string): string[] => {
  const head = isKnown(history) ? committedVersion(history, path) : undefined;
  const older =
    head === undefined || !isKnown(history) ? [] : leadingTo(history, head).flatMap((touch) => touch.from.map((one) => one.path));
  return [...new Set([path, ...older])];
};
