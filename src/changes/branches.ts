/** Branches: which commits each merge brought in, innermost merge first, so that a pull request is told of the commits it was made of. */
import type { HistoryCommit } from '../model/history.ts';

export interface Branch {
  readonly merge: HistoryCommit;
  /** What it brought in, without what an earlier or inner merge did. */
  readonly commits: readonly HistoryCommit[];
  /** All that it brought in. */
  readonly all: readonly HistoryCommit[];
}

interface Walk {
  readonly known: ReadonlyMap<string, HistoryCommit>;
  readonly seen: Set<string>;
  readonly branches: Branch[];
}

/** The first-parent line from a commit as far as it is new, newest first. */
const lineFrom = ({ known, seen }: Walk, start: string): HistoryCommit[] => {
  const line: HistoryCommit[] = [];
  for (let at = known.get(start); at !== undefined && !seen.has(at.id); at = known.get(at.parents[0] ?? '')) {
    seen.add(at.id);
    line.push(at);
  }
  return line;
};

const mergesOldestFirst = (line: readonly HistoryCommit[]): HistoryCommit[] => line.filter(({ parents }) => parents.length > 1).reverse();

/** A merge whose sides are being walked. */
interface Open {
  readonly merge: HistoryCommit;
  /** Sides still to be walked, the next one last. */
  readonly sides: string[];
  readonly own: HistoryCommit[];
  readonly all: HistoryCommit[];
  /** Merges inside the sides walked so far, the next one last. */
  readonly inner: HistoryCommit[];
}

const opened = (merge: HistoryCommit): Open => ({ merge, sides: merge.parents.slice(1).reverse(), own: [], all: [], inner: [] });

const walkSide = (walk: Walk, open: Open, side: string): void => {
  const line = lineFrom(walk, side);
  open.own.push(...line);
  open.all.push(...line);
  open.inner.push(...mergesOldestFirst(line).reverse());
};

const close = (walk: Walk, { merge, own, all }: Open, outer: Open | undefined): void => {
  walk.branches.push({ merge, commits: own, all });
  outer?.all.push(...all);
};

// Merges may nest deeper than calls may: the stack is a list.
const walkMerge = (walk: Walk, first: HistoryCommit): void => {
  const stack = [opened(first)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const inner = top.inner.pop();
    const side = inner === undefined ? top.sides.pop() : undefined;
    if (inner !== undefined) stack.push(opened(inner));
    else if (side !== undefined) walkSide(walk, top, side);
    else {
      stack.pop();
      close(walk, top, stack.at(-1));
    }
  }
};

/** The merges among some commits (newest first) with what each brought in; inner and older merges come first. */
export const branchesOf = (commits: readonly HistoryCommit[]): Branch[] => {
  if (!commits.some(({ parents }) => parents.length > 1)) return [];
  const known = new Map(commits.map((commit) => [commit.id, commit]));
  const walk: Walk = { known, seen: new Set(), branches: [] };
  for (const { id } of commits) for (const merge of mergesOldestFirst(lineFrom(walk, id))) walkMerge(walk, merge);
  return walk.branches;
};
