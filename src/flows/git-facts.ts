/** What git knows of documents, read once per run and only when a rule asks. */
import { gitHistory } from '../facts/git-history.ts';
import type { GitSpot } from '../facts/git-state.ts';
import { gitEvents } from '../facts/with-git-events.ts';
import { statesRootCause } from '../kinds/incident.ts';
import type { CompiledRule } from '../policy/compile.ts';
import { blobReader } from '../tree/blobs.ts';
import type { ReadTarget } from './read.ts';

export type { GitSpot };

/** Whether a rule asks when something happened. */
export const asksForEvents = (rules: readonly CompiledRule[]): boolean =>
  rules.some(({ rule }) => /"(?:deadline|clockAgrees)":/.test(JSON.stringify(rule.schema)));

/** The documents with the moments that git shows: when each was reported, explained, and its test added. */
export const withGitEvents = async (
  read: readonly ReadTarget[],
  asks: (one: ReadTarget) => boolean,
  spot: GitSpot,
): Promise<ReadTarget[]> => {
  if (!read.some((one) => one.document.kind === 'incident' && asks(one))) return [...read];
  const addFacts = gitEvents({ history: gitHistory(spot), read: blobReader(spot.root, spot.env), states: statesRootCause });
  return Promise.all(
    read.map(async (one) => (one.document.kind === 'incident' && asks(one) ? { ...one, document: await addFacts(one.document) } : one)),
  );
};
