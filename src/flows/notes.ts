/** A release and what is recorded of it → the context of its release notes. */
import { releaseDate } from '../changes/release-date.ts';
import type { Change, ReleaseChanges } from '../model/changes.ts';
import { UsageError } from '../model/usage-error.ts';
import { type ChangelogRequest, type ReleaseHistory, readReleases, settingsOf } from './changelog.ts';
import { readRecords } from './release-records.ts';

/** What people add to what the repository knows. */
export interface Told {
  readonly summary?: string;
  readonly highlights: readonly string[];
  /** As `schemas/context.metrics.schema.json` describes it. */
  readonly metrics?: Readonly<Record<string, unknown>>;
}

export interface NotesRequest extends Omit<ChangelogRequest, 'wanted' | 'contributors'> {
  readonly version: string;
  /** `YYYY-MM-DD`: the day that a release without a tag was given before; it is kept. */
  readonly dated?: string;
  readonly told: Told;
}

export interface Notes {
  /** As `schemas/context.release-notes.schema.json` describes it. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly release: ReleaseChanges;
  /** Each a sentence or more, with a remedy. */
  readonly notices: readonly string[];
}

/** A breaking change and what its author says about the way over it. */
interface Breaking {
  readonly text: string;
  readonly scope?: string;
  readonly migration?: string;
  readonly markdown?: true;
}

const breakingOf = ({ text, scope, notes, markdown }: Change): Breaking => ({
  text,
  ...(scope !== undefined && { scope }),
  ...(notes.length > 0 && { migration: notes.join('\n\n') }),
  ...(markdown && { markdown }),
});

/** Every breaking change, in the order of the groups. */
export const breakingChanges = ({ groups, unclassified = [] }: ReleaseChanges): Breaking[] =>
  [...groups.flatMap((group) => group.changes), ...unclassified].filter(({ breaking }) => breaking).map(breakingOf);

/** The day of the release before, in the zone of the changelog. */
const previousDay = ({ tags }: ReleaseHistory, { previousTag }: ReleaseChanges, request: NotesRequest): string | undefined => {
  const tag = tags.find(({ name }) => name === previousTag);
  const { timezone } = settingsOf(request.config.changelog);
  return tag && releaseDate({ version: tag.version, tag, newest: false }, { source: 'tag', timezone, now: request.now });
};

/** Tells one release: a tagged one, or the next. Throws a UsageError where the history cannot tell the truth. */
export const collectNotes = async (request: NotesRequest): Promise<Notes> => {
  const { root, env, tree, config, version, told } = request;
  const history = await readReleases({ ...request, wanted: { kind: 'release', version }, contributors: true });
  const [release] = history.releases;
  if (release?.date === undefined) throw new UsageError(`There is no release ${version} to tell of.`);
  const isTagged = history.tags.some((tag) => tag.version === version);
  const date = isTagged || request.date !== undefined ? release.date : (request.dated ?? release.date);
  const after = previousDay(history, release, request);
  const period = { until: date, ...(after !== undefined && { after }) };
  const records = await readRecords({ git: { root, env }, tree, config, version, period });
  const context = {
    ...release,
    version,
    date,
    ...(told.summary !== undefined && { summary: told.summary }),
    highlights: told.highlights,
    breaking: breakingChanges(release),
    ...records,
    ...(told.metrics !== undefined && { metrics: told.metrics }),
  };
  return { context, release, notices: history.notices };
};

/** The context of the pull request that brings the release, `schemas/context.pull-request.schema.json`. */
export const pullRequestContext = ({ context, release }: Notes): Readonly<Record<string, unknown>> => {
  const { version, groups, compareUrl, breaking, checklists, approvals } = context;
  const previousVersion = release.previousTag?.replace(/^\D*(?=\d)/, '');
  return {
    version,
    groups,
    ...(compareUrl !== undefined && { compareUrl }),
    breaking,
    checklists,
    approvals,
    ...(previousVersion !== undefined && { previousVersion }),
  };
};
