/** A history told release by release: request → releases. */
import { firstWork, type Identify, nobodyKnown, peopleBy } from '../changes/contributors.ts';
import { isKnownForge, type Repository, repositoryOf, type UnknownForge, webAddress } from '../changes/forge.ts';
import { type Fragment, placeFragment } from '../changes/fragments.ts';
import type { Graph } from '../changes/graph.ts';
import { defaultTypes } from '../changes/mapping.ts';
import {
  noticeOfBreaking,
  noticeOfPaths,
  noticeOfRepository,
  noticeOfTags,
  noticeOfUnclassified,
  seeminglyBreaking,
} from '../changes/notices.ts';
import { planReleases, type ReleasePlan } from '../changes/plan.ts';
import { type FindOverride, overrideFinder, type ReadCommit } from '../changes/read-commits.ts';
import { type ChangelogSettings, defaultSettings, type Prereleases } from '../changes/settings.ts';
import { type Tellable, type Telling, tellRelease } from '../changes/tell-release.ts';
import { idsInDoubt, tellCommits } from '../changes/told-commits.ts';
import type { ReleaseTag } from '../changes/version.ts';
import type { ChangelogConfig } from '../config/changelog.ts';
import type { Config } from '../config/types.ts';
import { amongAncestors, commitsTouching } from '../facts/git-changes.ts';
import type { ChangesSpot } from '../facts/git-commits.ts';
import { readRemote } from '../facts/git-remote.ts';
import type { ReleaseChanges } from '../model/changes.ts';
import type { Tree } from '../tree/tree.ts';
import { openHistory, type ReadHistory, type Wanted } from './changelog-history.ts';
import { loadFragments, loadOverrides } from './changelog-sources.ts';
import { refuseMissingTags } from './changelog-tags.ts';
import type { HistoryStart } from './history-start.ts';

export interface ChangelogRequest extends ChangesSpot {
  readonly tree: Tree;
  readonly config: Config;
  /** RFC 3339 in UTC. */
  readonly now: string;
  readonly wanted: Wanted;
  /** `YYYY-MM-DD`: the date of the newest release told. */
  readonly date?: string;
  readonly prereleases?: Prereleases;
  /** Contributors are to be named, and who came for the first time: the whole history is read. */
  readonly contributors?: boolean;
  /** Nobody is to be named: only what changed is asked for. */
  readonly anonymous?: boolean;
  /** Where git was asked already. */
  readonly start?: HistoryStart;
}

/** What a history holds, and what has to be said beside it. */
export interface ReleaseHistory {
  readonly repository?: Repository;
  /** Newest first; the first may be what is not released. */
  readonly releases: readonly ReleaseChanges[];
  /** Every tag that names a release, highest version first. */
  readonly tags: readonly ReleaseTag[];
  /** The fragments that were told, which a release uses up. */
  readonly fragments: readonly string[];
  /** Each a sentence or more, with a remedy. */
  readonly notices: readonly string[];
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : value;

/** The settings of a configuration, with the defaults. */
export const settingsOf = (config: ChangelogConfig, prereleases?: Prereleases): ChangelogSettings => ({
  types: { ...defaultTypes, ...config.types },
  scopes: config.scopes ?? {},
  tagPatterns: listOf(config.tagPattern) ?? defaultSettings.tagPatterns,
  ignoredTags: config.ignoreTags ?? [],
  prereleases: prereleases ?? config.prereleases ?? defaultSettings.prereleases,
  date: config.date ?? defaultSettings.date,
  timezone: config.timezone ?? defaultSettings.timezone,
});

const findRepository = async (
  request: ChangelogRequest,
  { repository }: ChangelogConfig,
): Promise<Repository | UnknownForge | undefined> => {
  if (repository !== undefined) return repositoryOf(repository.url, repository.forge);
  const remote = await (request.start?.remote ?? readRemote(request));
  const address = remote === undefined ? undefined : webAddress(remote);
  return address === undefined ? undefined : repositoryOf(address);
};

const identifying = async ({ tree, config, contributors }: ChangelogRequest): Promise<Identify> => {
  if (contributors !== true) return nobodyKnown;
  const people = await (await import('./people.ts')).loadPeople(tree, config);
  return ({ name, email }) => people.identify(`${name} <${email}>`);
};

// A whole history knows its commits; of a part, git is asked.
const earlierAmong = async (ids: readonly string[], { graph, whole }: ReadHistory, ask: () => Promise<ReadonlySet<string>>) => {
  if (ids.length === 0) return new Set<string>();
  return whole ? new Set(ids.filter((id) => knows(graph, id))) : ask();
};

const knows = ({ position, commits }: Graph, id: string): boolean =>
  position.has(id) || (id.length < 40 && commits.some((commit) => commit.id.startsWith(id)));

interface Parts {
  readonly history: ReadHistory;
  readonly overrideOf: FindOverride;
  readonly fragments: readonly Fragment[];
  readonly telling: Telling;
}

/** A release told, and its commits that seem to announce a breaking change. */
interface ToldRelease {
  readonly release: ReleaseChanges;
  readonly doubtful: readonly ReadCommit[];
}

const tellOne = async (
  request: ChangelogRequest,
  { plan, newest }: Pick<Tellable, 'plan' | 'newest'>,
  parts: Parts,
): Promise<ToldRelease> => {
  const { history, telling, overrideOf, fragments } = parts;
  const { types } = telling.settings;
  const isOpen = plan.tag === undefined;
  const commits = isOpen && request.config.changelog.source === 'fragments' ? [] : plan.commits;
  const told = tellCommits(commits, types, { overrideOf, prepared: history.prepared });
  const doubted = idsInDoubt(told);
  const earlier = await earlierAmong(doubted, history, () => amongAncestors(request, doubted, plan.start));
  const placed = isOpen ? fragments.map((fragment) => placeFragment(fragment, types)) : [];
  return { release: tellRelease({ plan, told, earlier, fragments: placed, newest }, telling), doubtful: seeminglyBreaking(told.reads) };
};

// One after the other: what was read of a release is forgotten before the next one is read.
const tellAll = async (request: ChangelogRequest, plans: readonly ReleasePlan[], parts: Parts): Promise<ToldRelease[]> => {
  const told: ToldRelease[] = [];
  const newest = plans.find(({ version }) => version !== undefined);
  for (const plan of plans) told.push(await tellOne(request, { plan, newest: plan === newest }, parts));
  return told;
};

const tellingOf = async (request: ChangelogRequest, history: ReadHistory, repository: Repository | undefined): Promise<Telling> => {
  const { config, now, date, contributors } = request;
  const settings = settingsOf(config.changelog, request.prereleases);
  const people = request.anonymous === true ? undefined : peopleBy(await identifying(request));
  const paths = config.changelog.paths ?? [];
  return {
    settings,
    ...(people && { people }),
    clock: { source: settings.date, timezone: settings.timezone, now, ...(date !== undefined && { explicit: date }) },
    ...(people && contributors === true && { firstWork: firstWork(history.graph.commits, people) }),
    ...(repository !== undefined && { repository }),
    ...(paths.length > 0 && { touching: await commitsTouching(request, history.selection.head, paths) }),
  };
};

/** Reads and tells what is wanted of a history. Throws a UsageError where the history cannot tell the truth. */
export const readReleases = async (request: ChangelogRequest): Promise<ReleaseHistory> => {
  const { changelog } = request.config;
  const settings = settingsOf(changelog, request.prereleases);
  const [history, found, overrides, fragments] = await Promise.all([
    openHistory(request, settings),
    findRepository(request, changelog),
    loadOverrides(request.tree, changelog),
    loadFragments(request.tree, changelog),
  ]);
  await refuseMissingTags(request, history);
  const repository = found !== undefined && isKnownForge(found) ? found : undefined;
  const plans = planReleases({ ...history, prereleases: settings.prereleases });
  const telling = await tellingOf(request, history, repository);
  const told = await tellAll(request, plans, { history, telling, overrideOf: overrideFinder(overrides), fragments });
  const releases = told.map(({ release }) => release);
  return {
    ...(repository !== undefined && { repository }),
    releases,
    tags: history.tags,
    fragments: plans.some(({ tag }) => tag === undefined) ? fragments.map(({ path }) => path) : [],
    notices: [
      ...noticeOfRepository(found),
      ...noticeOfTags(history.allTags, history.tags, settings.tagPatterns),
      ...noticeOfPaths(changelog.paths ?? [], telling.touching),
      ...noticeOfUnclassified(releases, settings.types),
      ...noticeOfBreaking(told.flatMap(({ doubtful }) => doubtful)),
    ],
  };
};
