/** The frontier of a walk through a history: when enough was read to know one release, so that git can stop early. */
import type { HistoryCommit } from '../model/history.ts';

/** How many more commits are read when all ends were met: clocks err, and a late commit can be a child of an early one. */
const slack = 32;

/**
 * A function that is given commits in git's order (newest first) and answers whether that is enough to know what can be reached from
 * `start` and from no end.
 */
export const frontier = (start: string, isEnd: (id: string) => boolean): ((commit: HistoryCommit) => boolean) => {
  const own = new Set([start]);
  const before = new Set<string>();
  const pending = new Set([start]);
  let [oldest, beyond] = [Number.POSITIVE_INFINITY, 0];
  const leadOn = (parent: string, released: boolean): void => {
    if (released) {
      before.add(parent);
      pending.delete(parent);
    } else if (!own.has(parent) && !before.has(parent)) {
      own.add(parent);
      pending.add(parent);
    }
  };
  return (commit) => {
    pending.delete(commit.id);
    const released = before.has(commit.id) || !own.has(commit.id);
    if (!released) oldest = Math.min(oldest, commit.committedAt);
    for (const parent of commit.parents) leadOn(parent, released || isEnd(parent));
    if (pending.size > 0 || commit.committedAt > oldest) return false;
    beyond += 1;
    return beyond > slack;
  };
};
