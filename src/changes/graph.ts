/** The graph of a history: its commits with children before parents, and what one release holds that none before it did. */
import type { HistoryCommit } from '../model/history.ts';

export interface Graph {
  /** Children before parents, else in the order in which git gave them. */
  readonly commits: readonly HistoryCommit[];
  /** Where a commit stands among them. */
  readonly position: ReadonlyMap<string, number>;
}

const childCounts = (commits: readonly HistoryCommit[]): Map<string, number> => {
  const counts = new Map(commits.map(({ id }) => [id, 0]));
  for (const { parents } of commits) {
    for (const parent of parents) {
      const count = counts.get(parent);
      if (count !== undefined) counts.set(parent, count + 1);
    }
  }
  return counts;
};

// git orders by clock, and clocks err: a commit waits until all of its children were seen.
const childrenFirst = (commits: readonly HistoryCommit[]): HistoryCommit[] => {
  const missing = childCounts(commits);
  const waiting = new Map<string, HistoryCommit>();
  const sorted: HistoryCommit[] = [];
  const settle = (first: HistoryCommit): void => {
    for (const ready = [first]; ready.length > 0; ) {
      const commit = ready.pop() as HistoryCommit;
      sorted.push(commit);
      for (const parent of commit.parents) {
        const left = (missing.get(parent) ?? 0) - 1;
        missing.set(parent, left);
        const held = left === 0 ? waiting.get(parent) : undefined;
        if (held !== undefined) ready.push(held);
      }
    }
  };
  for (const commit of commits) {
    if (missing.get(commit.id) === 0) settle(commit);
    else waiting.set(commit.id, commit);
  }
  return sorted;
};

const positionsOf = (commits: readonly HistoryCommit[]): Map<string, number> => {
  const position = new Map<string, number>();
  for (const [index, { id }] of commits.entries()) position.set(id, index);
  return position;
};

// Mostly the clocks are right and git's order is that already.
const isSorted = (commits: readonly HistoryCommit[], position: ReadonlyMap<string, number>): boolean =>
  commits.every(({ parents }, index) => parents.every((parent) => (position.get(parent) ?? commits.length) > index));

export const graphOf = (commits: readonly HistoryCommit[]): Graph => {
  const position = positionsOf(commits);
  if (isSorted(commits, position)) return { commits, position };
  const sorted = childrenFirst(commits);
  return { commits: sorted, position: positionsOf(sorted) };
};

/** What a release holds. */
export interface Section {
  /** Newest first. */
  readonly commits: readonly HistoryCommit[];
  /** The ends before it: commits of earlier releases that are parents of its own, without those that lie behind another one. */
  readonly nearest: readonly string[];
}

/** How far a commit is known to belong; a higher mark wins. */
const marked = { own: 1, before: 2 } as const;
type Mark = (typeof marked)[keyof typeof marked];

interface Sweep {
  readonly graph: Graph;
  readonly marks: Uint8Array;
  /** How many commits that are still to come belong to the release, as far as is known. */
  pending: number;
}

const markCommit = (sweep: Sweep, at: number, mark: Mark): void => {
  const known = sweep.marks[at] ?? 0;
  if (known >= mark) return;
  if (mark === marked.own) sweep.pending += 1;
  else if (known === marked.own) sweep.pending -= 1;
  sweep.marks[at] = mark;
};

/** Marks the parents that were read. */
const markParents = (sweep: Sweep, { parents }: HistoryCommit, mark: Mark): void => {
  for (const parent of parents) {
    const at = sweep.graph.position.get(parent);
    if (at !== undefined) markCommit(sweep, at, mark);
  }
};

/**
 * The commits that can be reached from a commit but from no earlier end (the commits of other releases). The answer depends on nothing
 * that came after, or beside: a section never changes when later releases are made. Positions are topological, so one sweep decides.
 */
export const sectionOf = (graph: Graph, start: string, isEnd: (id: string) => boolean): Section => {
  const first = graph.position.get(start);
  if (first === undefined) return { commits: [], nearest: [] };
  const sweep: Sweep = { graph, marks: new Uint8Array(graph.commits.length), pending: 0 };
  const own: HistoryCommit[] = [];
  const nearest = new Set<string>();
  markCommit(sweep, first, marked.own);
  for (let at = first; sweep.pending > 0; at += 1) {
    const [commit, mark] = [graph.commits[at] as HistoryCommit, sweep.marks[at]];
    if (mark === marked.before) markParents(sweep, commit, marked.before);
    if (mark !== marked.own) continue;
    sweep.pending -= 1;
    if (commit.id !== start && isEnd(commit.id)) {
      nearest.add(commit.id);
      markParents(sweep, commit, marked.before);
    } else {
      own.push(commit);
      markParents(sweep, commit, marked.own);
      const unread = commit.parents.filter((parent) => !graph.position.has(parent) && isEnd(parent));
      unread.forEach(nearest.add, nearest);
    }
  }
  return { commits: own, nearest: [...nearest] };
};
