/** The figures of a release: those that git knows, counted; every other one has to be given. */
import { changesOf, type Nature } from '../changes/nature.ts';
import { gitScope, type Scope } from '../facts/git-scope.ts';
import type { ReleaseChanges } from '../model/changes.ts';
import { UsageError } from '../model/usage-error.ts';
import { repositoryRoot } from '../tree/git.ts';
import { type ChangelogRequest, readReleases } from './changelog.ts';

export interface MetricsRequest extends Omit<ChangelogRequest, 'wanted' | 'contributors'> {
  /** A tag or commit that the release comes after; undefined: the release before `to`, else the beginning. */
  readonly from?: string;
  /** Its tag or commit; undefined: the tag of the version, else HEAD. */
  readonly to?: string;
  /** What the release is called; undefined: as the tag `to` says. */
  readonly version?: string;
}

export interface Metrics {
  /** As `schemas/context.metrics.schema.json` describes it: version, date and scope. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly notices: readonly string[];
}

const countIn = (releases: readonly ReleaseChanges[], nature: Nature): number =>
  releases.flatMap((release) => changesOf(release, nature)).length;

interface Bounds {
  readonly from?: string;
  /** A revision that git knows. */
  readonly to: string;
  readonly date?: string;
  readonly releases: readonly ReleaseChanges[];
  readonly notices: readonly string[];
}

const versionIn = (tag: string): string | undefined => /\d+\.\d+.*$/.exec(tag)?.[0];

const nameOf = ({ to = 'HEAD', version }: MetricsRequest): string => {
  const name = version ?? versionIn(to);
  if (name !== undefined) return name;
  throw new UsageError(`--to ${to}: This is not the tag of a release. Say what the release is called: --version 1.4.0.`);
};

const boundsOf = async (request: MetricsRequest, name: string): Promise<Bounds> => {
  const { from } = request;
  const named = await readReleases({ ...request, wanted: { kind: 'release', version: name } });
  const to = request.to ?? named.tags.find(({ version }) => version === name)?.name ?? 'HEAD';
  const { releases, tags, notices } = from === undefined ? named : await readReleases({ ...request, wanted: { kind: 'range', from, to } });
  const tag = tags.find((known) => known.name === to || known.version === to);
  const [newest] = releases;
  const start = from ?? newest?.previousTag;
  const date = newest?.version === name ? newest.date : undefined;
  return { to: tag?.name ?? to, releases, notices, ...(start !== undefined && { from: start }), ...(date !== undefined && { date }) };
};

/** Counts commits, files, lines, features and fixes. Throws a UsageError for revisions that are not there. */
export const collectMetrics = async (request: MetricsRequest): Promise<Metrics> => {
  const { root, env } = request;
  // Outside of git there is nothing to count, whatever the release is called.
  await repositoryRoot(root, env);
  const version = nameOf(request);
  const { from, to, date, releases, notices } = await boundsOf(request, version);
  const scope: Scope = await gitScope({ root, to, ...(from !== undefined && { from }), ...(env && { env }) });
  const counted = { ...scope, features: countIn(releases, 'feature'), fixes: countIn(releases, 'fix') };
  return { context: { version, ...(date !== undefined && { date }), scope: counted }, notices };
};
