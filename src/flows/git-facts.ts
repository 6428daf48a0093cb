/** What git knows of documents, read once per run and only when a rule asks. */
import { type AskHistory, gitHistory } from '../facts/git-history.ts';
import type { GitSpot } from '../facts/git-state.ts';
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
}

export const gitSources = (spot: GitSpot): GitSources => ({ spot, history: gitHistory(spot), read: blobReader(spot.root, spot.env) });

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
