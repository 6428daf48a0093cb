/** What git knows of documents, read once per run and only when a rule asks. */
import type { NoFacts } from '../facts/git-commit.ts';
import { type AskHistory, gitHistory } from '../facts/git-history.ts';
import type { GitSpot } from '../facts/git-state.ts';
import { isKnown } from '../facts/git-versions.ts';
import { gitEvents } from '../facts/with-git-events.ts';
import { statesRootCause } from '../kinds/incident.ts';
import type { CompiledRule } from '../policy/compile.ts';
import { type BlobReader, blobReader } from '../tree/blobs.ts';
import type { ReadTarget } from './read.ts';

export type { GitSpot };

/** Where git is asked, with what its answers share: the history is read once per run, and only when somebody asks. */
export interface GitSources {
  readonly spot: GitSpot;
  readonly history: AskHistory;
  readonly read: BlobReader;
  /** Why the history shows nothing; undefined where it was not asked or answered. */
  readonly silence: () => Promise<NoFacts | undefined>;
}

export const gitSources = (spot: GitSpot): GitSources => {
  const ask = gitHistory(spot);
  let answer: ReturnType<AskHistory> | undefined;
  return {
    spot,
    history: () => (answer ??= ask()),
    read: blobReader(spot.root, spot.env),
    silence: async () => {
      const said = await answer;
      return said === undefined || isKnown(said) ? undefined : said;
    },
  };
};

/** Whether a rule asks when something happened. */
export const asksForEvents = (rules: readonly CompiledRule[]): boolean =>
  rules.some(({ rule }) => /"(?:deadline|clockAgrees)":/.test(JSON.stringify(rule.schema)));

/** The documents with the moments that git shows: when each was reported, explained, and its test added. */
export const withGitEvents = async (
  read: readonly ReadTarget[],
  asks: (one: ReadTarget) => boolean,
  { history, read: readBlob }: GitSources,
): Promise<ReadTarget[]> => {
  if (!read.some((one) => one.document.kind === 'incident' && asks(one))) return [...read];
  const addFacts = gitEvents({ history, read: readBlob, states: statesRootCause });
  return Promise.all(
    read.map(async (one) => (one.document.kind === 'incident' && asks(one) ? { ...one, document: await addFacts(one.document) } : one)),
  );
};
