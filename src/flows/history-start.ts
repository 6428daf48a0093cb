/** The start of reading a history: git answers while the program still loads and looks for its configuration. */
import { type ChangesSpot, type CommitReading, readingCommits } from '../facts/git-commits.ts';
import { readRemote } from '../facts/git-remote.ts';
import { readTags } from '../facts/git-tags.ts';
import type { HistoryTag } from '../model/history.ts';

export interface HistoryStart {
  /** What can be reached from HEAD. Whoever starts it stops it, else the process waits for git. */
  readonly reading: CommitReading;
  readonly tags: Promise<readonly HistoryTag[]>;
  /** The address of its remote. */
  readonly remote: Promise<string | undefined>;
}

/** Asks git for what nearly every changelog is told from. What goes wrong is told to who asks for the answers. */
export const startHistory = (spot: ChangesSpot): HistoryStart => {
  const reading = readingCommits(spot, 'HEAD');
  const [tags, remote] = [readTags(spot), readRemote(spot)];
  for (const answer of [tags, remote]) answer.catch(() => undefined);
  return { reading, tags, remote };
};
