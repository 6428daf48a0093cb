/** Which releases are told, and which commits each of them holds: by reachability, never by date. */
import type { HistoryCommit } from '../model/history.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Graph, sectionOf } from './graph.ts';
import type { Prereleases } from './settings.ts';
import { compareVersions, isPrerelease, type ReleaseTag } from './version.ts';

/** What of a history is told. Commits are full ids; `head` is the newest commit that was read. */
export type Selection =
  /** Every release that can be reached, and what came since. */
  | { readonly kind: 'all'; readonly head: string }
  | { readonly kind: 'unreleased'; readonly head: string }
  /** One release; without a tag it is the next one: all that is not released yet. */
  | { readonly kind: 'release'; readonly version: string; readonly head: string; readonly finalsOnly?: true }
  /** What can be reached from `head` and not from `from`, release by release. */
  | { readonly kind: 'range'; readonly head: string; readonly from: string };

/** One release before its changes are told. */
export interface ReleasePlan {
  /** Undefined for what is not released. */
  readonly version?: string;
  readonly tag?: ReleaseTag;
  readonly start: string;
  /** Newest first. */
  readonly commits: readonly HistoryCommit[];
  /** The highest of the releases right before. */
  readonly previous?: ReleaseTag;
}

interface Planning {
  readonly graph: Graph;
  readonly tags: readonly ReleaseTag[];
  readonly prereleases: Prereleases;
  readonly selection: Selection;
}

interface Wanted {
  readonly version?: string;
  readonly tag?: ReleaseTag;
  readonly start: string;
}

/** The tags at which a release ends: for one that is to hold its prereleases, the final ones only. */
export const endsOf = (tags: readonly ReleaseTag[], version: string | undefined, prereleases: Prereleases): readonly ReleaseTag[] => {
  const rolled = version === undefined ? prereleases === 'hide' : prereleases !== 'separate' && !isPrerelease(version);
  return rolled ? tags.filter(({ prerelease }) => !prerelease) : tags;
};

// What is tagged already, under a lower final version or as the release before, is not told again.
const atStart = (ends: readonly ReleaseTag[], { version, start }: Wanted): ReleaseTag | undefined =>
  ends.find((end) => end.commit === start && (version === undefined || (!end.prerelease && compareVersions(end.version, version) < 0)));

const named = ({ version, tag, start }: Wanted): Wanted => ({
  start,
  ...(version !== undefined && { version }),
  ...(tag !== undefined && { tag }),
});

const planOne = (wanted: Wanted, { graph, tags, prereleases, selection }: Planning): ReleasePlan => {
  const finalsOnly = selection.kind === 'release' && selection.finalsOnly === true;
  const ends = finalsOnly ? tags.filter(({ prerelease }) => !prerelease) : endsOf(tags, wanted.version, prereleases);
  const before = atStart(ends, wanted);
  if (before !== undefined) return { ...named(wanted), commits: [], previous: before };
  const from = selection.kind === 'range' ? selection.from : undefined;
  const ids = new Set([...ends.map(({ commit }) => commit), ...(from === undefined ? [] : [from])]);
  const { commits, nearest } = sectionOf(graph, wanted.start, (id) => ids.has(id));
  // Tags come highest version first.
  const found = ends.find(({ commit }) => nearest.includes(commit)) ?? ends.find(({ commit }) => commit === from);
  return { ...named(wanted), commits, ...(found !== undefined && { previous: found }) };
};

const shown = ({ tags, prereleases, graph, selection }: Planning): ReleaseTag[] => {
  const from = selection.kind === 'range' ? selection.from : undefined;
  const within = from === undefined ? undefined : sectionOf(graph, selection.head, (id) => id === from).commits.map(({ id }) => id);
  const known = within === undefined ? graph.position : new Set(within);
  return tags.filter(({ commit, prerelease }) => known.has(commit) && !(prerelease && prereleases === 'hide'));
};

const refuseOld = (plan: ReleasePlan): ReleasePlan => {
  const { version, previous } = plan;
  if (version === undefined || previous === undefined || compareVersions(version, previous.version) > 0) return plan;
  throw new UsageError(
    `There is no tag for ${version}, and ${previous.version} (${previous.name}) is released already. Fetch the tags (git fetch --tags), name a version that exists, or one that is higher.`,
  );
};

/** The releases that a selection names, newest first. Throws a UsageError for a release without a tag that cannot be the next one. */
export const planReleases = (planning: Planning): ReleasePlan[] => {
  const { selection, tags } = planning;
  const { head, kind } = selection;
  if (kind === 'unreleased') return [planOne({ start: head }, planning)];
  if (kind === 'release') {
    const tag = tags.find(({ version }) => version === selection.version);
    if (tag === undefined) return [refuseOld(planOne({ version: selection.version, start: head }, planning))];
    return [planOne({ version: tag.version, tag, start: tag.commit }, planning)];
  }
  const released = shown(planning).map((tag) => planOne({ version: tag.version, tag, start: tag.commit }, planning));
  const rest = planOne({ start: head }, planning);
  return rest.commits.length > 0 || kind === 'all' ? [rest, ...released] : released;
};
