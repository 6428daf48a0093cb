/** One release told: its groups, links, date and contributors. */
import type { Change, ChangeGroup, Contributor, Reference, ReleaseChanges } from '../model/changes.ts';
import { authorsOf, contributorsOf, type People } from './contributors.ts';
import { commitUrl, compareUrl, type Repository, referenceUrl, tagUrl } from './forge.ts';
import { withFragments } from './fragments.ts';
import { foldChanges, groupChanges, type Placed, placeChanges } from './grouped-changes.ts';
import type { ReleasePlan } from './plan.ts';
import { type Clock, releaseDate } from './release-date.ts';
import type { ChangelogSettings } from './settings.ts';
import { settleReverts, type Told } from './told-commits.ts';
import { tagFor } from './version.ts';

export interface Telling {
  readonly settings: ChangelogSettings;
  /** Who is who; without it nobody is named. */
  readonly people?: People;
  /** The commit of everybody's first work; without it nobody is named as a contributor. */
  readonly firstWork?: ReadonlyMap<string, string>;
  readonly repository?: Repository;
  readonly clock: Clock;
  /** Ids of the commits that changes are limited to. */
  readonly touching?: ReadonlySet<string>;
}

/** A release and what has to be known to tell it. */
export interface Tellable {
  readonly plan: ReleasePlan;
  readonly told: Told;
  /** Ids in doubt that are of commits in the history before. */
  readonly earlier: ReadonlySet<string>;
  readonly fragments: readonly Placed[];
  readonly newest: boolean;
}

const linked = (references: readonly Reference[], kind: 'pull' | 'issue', repository: Repository | undefined): readonly Reference[] =>
  repository === undefined || references.length === 0
    ? references
    : references.map((reference) => ({
        repository: reference.repository,
        number: reference.number,
        url: referenceUrl(repository, reference, kind),
      }));

const withLinks = (change: Change, repository: Repository | undefined): Change => {
  if (repository === undefined) return change;
  const [newest] = change.commits;
  return {
    ...change,
    pulls: linked(change.pulls, 'pull', repository),
    issues: linked(change.issues, 'issue', repository),
    ...(newest !== undefined && { url: commitUrl(repository, newest) }),
  };
};

const contributorsIn = ({ plan }: Tellable, { people, firstWork }: Telling): Contributor[] => {
  if (people === undefined) return [];
  const own = new Set(plan.commits.map(({ id }) => id));
  const contributors = contributorsOf(plan.commits.flatMap(authorsOf), people).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  if (firstWork === undefined) return contributors;
  return contributors.map((contributor) => {
    const first = own.has(firstWork.get(people.keyOf(contributor) ?? '') ?? '');
    return first ? { ...contributor, first } : contributor;
  });
};

const linkOf = ({ plan }: Tellable, { repository, settings }: Telling): string | undefined => {
  if (repository === undefined) return undefined;
  const { version, tag, previous } = plan;
  const end = tag?.name ?? (version === undefined ? undefined : tagFor(version, previous, settings.tagPatterns));
  if (previous !== undefined) return compareUrl(repository, previous.name, end ?? 'HEAD');
  return end === undefined ? undefined : tagUrl(repository, end);
};

const touches = (touching: ReadonlySet<string> | undefined, { commits }: Change): boolean =>
  touching === undefined || commits.some((id) => touching.has(id));

const placedIn = (tellable: Tellable, { settings, people, touching }: Telling): Placed[] => {
  const placed = placeChanges(settleReverts(tellable.told, tellable.earlier), settings, people);
  return withFragments(
    tellable.fragments,
    placed.filter(({ change }) => touches(touching, change)),
  );
};

const head = (tellable: Tellable, telling: Telling): Pick<ReleaseChanges, 'version' | 'tag' | 'date' | 'previousTag' | 'compareUrl'> => {
  const { version, tag, previous, start, commits } = tellable.plan;
  const committedAt = commits.find(({ id }) => id === start)?.committedAt;
  const date = releaseDate(
    {
      newest: tellable.newest,
      ...(version !== undefined && { version }),
      ...(tag !== undefined && { tag }),
      ...(committedAt !== undefined && { committedAt }),
    },
    telling.clock,
  );
  const compare = linkOf(tellable, telling);
  return {
    ...(version !== undefined && { version }),
    ...(tag !== undefined && { tag: tag.name }),
    ...(date !== undefined && { date }),
    ...(previous !== undefined && { previousTag: previous.name }),
    ...(compare !== undefined && { compareUrl: compare }),
  };
};

const linkedGroup = ({ title, changes }: ChangeGroup, repository: Repository | undefined): ChangeGroup => ({
  title,
  changes: changes.map((change) => withLinks(change, repository)),
});

/** Tells a release. */
export const tellRelease = (tellable: Tellable, telling: Telling): ReleaseChanges => {
  const placed = placedIn(tellable, telling);
  const unclassified = foldChanges(placed.filter(({ title }) => title === undefined).map(({ change }) => change));
  return {
    ...head(tellable, telling),
    groups: groupChanges(placed, telling.settings).map((group) => linkedGroup(group, telling.repository)),
    contributors: contributorsIn(tellable, telling),
    ...(unclassified.length > 0 && { unclassified }),
  };
};
