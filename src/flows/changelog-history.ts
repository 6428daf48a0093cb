/** The part of a history that a changelog needs: as little as is wanted, all at once. */
import { frontier } from '../changes/frontier.ts';
import { type Graph, graphOf } from '../changes/graph.ts';
import { endsOf, type Selection } from '../changes/plan.ts';
import { type ReadCommit, readCommit } from '../changes/read-commits.ts';
import type { ChangelogSettings } from '../changes/settings.ts';
import { isVersion, type ReleaseTag, releaseTags } from '../changes/version.ts';
import { commitId, headOf, readHead } from '../facts/git-changes.ts';
import { type ChangesSpot, type Enough, readingCommits } from '../facts/git-commits.ts';
import { readTags } from '../facts/git-tags.ts';
import type { HistoryTag } from '../model/history.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { type HistoryStart, startHistory } from './history-start.ts';

/** What is asked for; names are tags or anything that git takes for a commit. */
export type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'unreleased' }
  | { readonly kind: 'release'; readonly version: string; readonly finalsOnly?: true }
  | { readonly kind: 'range'; readonly from?: string; readonly to?: string };

export interface HistoryRequest extends ChangesSpot {
  readonly wanted: Wanted;
  /** All that can be reached is to be known. */
  readonly contributors?: boolean;
  /** Where git was asked already. */
  readonly start?: HistoryStart;
}

export interface ReadHistory {
  readonly graph: Graph;
  readonly selection: Selection;
  readonly tags: readonly ReleaseTag[];
  readonly allTags: readonly HistoryTag[];
  /** All that can be reached was read. */
  readonly whole: boolean;
  /** What commits say, as far as that was read in time. */
  readonly prepared: ReadonlyMap<string, ReadCommit>;
}

const resolve = async (spot: ChangesSpot, name: string, tags: readonly HistoryTag[]): Promise<string> => {
  const tagged = tags.find((tag) => tag.name === name || tag.name === `v${name}`)?.commit;
  const id = tagged ?? (await commitId(spot, name));
  if (id !== undefined) return id;
  throw new UsageError(
    `There is no commit or tag "${name}".${didYouMean(
      name,
      tags.map((tag) => tag.name),
    )} If it exists elsewhere, fetch it: git fetch --tags.`,
  );
};

const select = async (spot: HistoryRequest, head: string, tags: readonly HistoryTag[]): Promise<Selection> => {
  const { wanted } = spot;
  if (wanted.kind !== 'range') return { ...wanted, head };
  const to = wanted.to === undefined ? head : await resolve(spot, wanted.to, tags);
  return wanted.from === undefined ? { kind: 'all', head: to } : { kind: 'range', head: to, from: await resolve(spot, wanted.from, tags) };
};

interface Known {
  readonly tags: readonly ReleaseTag[];
  readonly prereleases: ChangelogSettings['prereleases'];
}

interface Start {
  /** Where reading starts. */
  readonly rev: string;
  /** The end of the one release that is wanted; undefined: all of it. */
  readonly version?: string;
  readonly bounded: boolean;
  readonly not: readonly string[];
}

const startOf = (selection: Selection, tags: readonly ReleaseTag[], whole: boolean): Start => {
  const { head, kind } = selection;
  if (kind === 'range') return { rev: head, bounded: false, not: whole ? [] : [selection.from] };
  if (kind === 'all') return { rev: head, bounded: false, not: [] };
  const tag = kind === 'release' ? tags.find(({ version }) => version === selection.version) : undefined;
  return { rev: tag?.commit ?? head, ...(kind === 'release' && { version: selection.version }), bounded: !whole, not: [] };
};

const isFinal = ({ prerelease }: ReleaseTag): boolean => !prerelease;

/** The commits at which the one release that is wanted ends. */
const endIds = ({ version }: Start, selection: Selection, { tags, prereleases }: Known): ReadonlySet<string> => {
  const finalsOnly = selection.kind === 'release' && selection.finalsOnly === true;
  const ends = finalsOnly ? tags.filter(isFinal) : endsOf(tags, version, prereleases);
  return new Set(ends.map(({ commit }) => commit));
};

// All will be told, and git takes its time: reading what is there already costs nothing.
const preparing =
  (prepared: Map<string, ReadCommit>): Enough =>
  (commit) => {
    prepared.set(commit.id, readCommit(commit));
    return false;
  };

// What no tag could name is no release, and cannot be compared with one.
const refuseNoVersion = (wanted: Wanted): void => {
  if (wanted.kind !== 'release' || isVersion(wanted.version)) return;
  const longer = [`${wanted.version}.0`, `${wanted.version}.0.0`].filter(isVersion);
  const hint = longer.length === 0 ? '' : ` Did you mean "${longer[0]}"?`;
  throw new UsageError(`${JSON.stringify(wanted.version)} is not a version that a tag names; expected for example 1.4.0.${hint}`);
};

// A range may lie elsewhere; of everything else the newest commit is HEAD.
const headAndTags = async (request: HistoryRequest, begun: HistoryStart | undefined): Promise<[string, readonly HistoryTag[]]> =>
  begun === undefined ? Promise.all([readHead(request), readTags(request)]) : Promise.all([headOf(begun.reading, request), begun.tags]);

/** Reads what is wanted of a history. Throws a UsageError for a shallow clone, for names that git does not know and for what is no version. */
export const openHistory = async (request: HistoryRequest, settings: ChangelogSettings): Promise<ReadHistory> => {
  refuseNoVersion(request.wanted);
  const begun = request.wanted.kind === 'range' ? undefined : (request.start ?? startHistory(request));
  try {
    const [head, allTags] = await headAndTags(request, begun);
    const tags = releaseTags(allTags, settings.tagPatterns, settings.ignoredTags);
    const selection = await select(request, head, allTags);
    const whole = request.contributors === true;
    const start = startOf(selection, tags, whole);
    const reading = begun !== undefined && start.rev === head ? begun.reading : readingCommits(request, start.rev, start.not);
    const ids = endIds(start, selection, { tags, prereleases: settings.prereleases });
    const prepared = new Map<string, ReadCommit>();
    const commits = await reading.commits(start.bounded ? frontier(start.rev, (id) => ids.has(id)) : preparing(prepared));
    return { graph: graphOf(commits), selection, tags, allTags, whole: !start.bounded && start.not.length === 0, prepared };
  } finally {
    begun?.reading.stop();
  }
};
