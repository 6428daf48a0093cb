/** Reachability: sections against the definition, on histories of any shape, whatever the clocks say. */
import { describe, expect, it } from 'vitest';
import { frontier } from '../../src/changes/frontier.ts';
import { graphOf, sectionOf } from '../../src/changes/graph.ts';
import type { HistoryCommit } from '../../src/model/history.ts';
import { fc } from '../tooling/fast-check.ts';

const commit = (id: string, parents: readonly string[], committedAt = 0): HistoryCommit => ({
  id,
  parents,
  committedAt,
  author: { name: '', email: '' },
  message: '',
});

/** Commits c0 (oldest) to cn; each has parents among the older ones. */
const histories = fc
  .array(fc.tuple(fc.nat(), fc.option(fc.nat(), { nil: undefined }), fc.integer({ min: -3, max: 3 })), { minLength: 1, maxLength: 30 })
  .map((steps) =>
    steps.map(([first, second, skew], index) => {
      const parents = index === 0 ? [] : [...new Set([first % index, ...(second === undefined ? [] : [second % index])])];
      return commit(
        `c${index}`,
        parents.map((parent) => `c${parent}`),
        index * 2 + skew,
      );
    }),
  );

const ancestors = (commits: readonly HistoryCommit[], id: string): Set<string> => {
  const byId = new Map(commits.map((each) => [each.id, each]));
  const found = new Set<string>();
  for (const open = [id]; open.length > 0; ) {
    const next = open.pop() ?? '';
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byId.get(next)?.parents ?? []));
  }
  return found;
};

/** By the definition: reachable from the start, from no end other than it that can be reached. */
const defined = (commits: readonly HistoryCommit[], start: string, ends: ReadonlySet<string>): string[] => {
  const mine = ancestors(commits, start);
  const before = [...ends].filter((end) => end !== start && mine.has(end)).map((end) => ancestors(commits, end));
  return [...mine].filter((id) => !before.some((set) => set.has(id))).sort();
};

const cases = histories.chain((commits) =>
  fc.record({
    commits: fc.constant(commits),
    ends: fc.subarray(commits.map(({ id }) => id)).map((ids) => new Set(ids)),
    start: fc.constantFrom(...commits.map(({ id }) => id)),
  }),
);

const byClock = (commits: readonly HistoryCommit[]): HistoryCommit[] => [...commits].sort((a, b) => b.committedAt - a.committedAt);

describe('a section', () => {
  it('holds what the definition says, even where clocks run backwards', () => {
    fc.assert(
      fc.property(cases, ({ commits, ends, start }) => {
        const section = sectionOf(graphOf(byClock(commits)), start, (id) => ends.has(id));
        expect(section.commits.map(({ id }) => id).sort()).toEqual(defined(commits, start, ends));
      }),
      { numRuns: 500 },
    );
  });

  it('names the nearest ends: reachable, and behind no other end', () => {
    fc.assert(
      fc.property(cases, ({ commits, ends, start }) => {
        const { nearest } = sectionOf(graphOf(commits.toReversed()), start, (id) => ends.has(id));
        const mine = ancestors(commits, start);
        const reached = [...ends].filter((end) => end !== start && mine.has(end));
        const expected = reached.filter((end) => !reached.some((other) => other !== end && ancestors(commits, other).has(end)));
        expect([...nearest].sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('never changes when something is added later or beside', () => {
    fc.assert(
      fc.property(cases, ({ commits, ends, start }) => {
        const part = commits.filter(({ id }) => ancestors(commits, start).has(id));
        const isEnd = (id: string): boolean => ends.has(id);
        expect(sectionOf(graphOf(part.toReversed()), start, isEnd)).toEqual(sectionOf(graphOf(commits.toReversed()), start, isEnd));
      }),
    );
  });

  it('puts children before parents', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        const { position } = graphOf(byClock(commits));
        for (const { id, parents } of commits)
          for (const parent of parents) expect(position.get(id)).toBeLessThan(position.get(parent) ?? 0);
      }),
    );
  });
});

describe('stopping early', () => {
  it('is the same as reading everything, where clocks are right', () => {
    fc.assert(
      fc.property(cases, ({ commits, ends, start }) => {
        const mine = ancestors(commits, start);
        const order = commits.filter(({ id }) => mine.has(id)).toReversed();
        const isEnd = (id: string): boolean => ends.has(id);
        const enough = frontier(start, isEnd);
        const read: HistoryCommit[] = [];
        for (const each of order) {
          read.push(each);
          if (enough(each)) break;
        }
        expect(sectionOf(graphOf(read), start, isEnd)).toEqual(sectionOf(graphOf(order), start, isEnd));
      }),
      { numRuns: 500 },
    );
  });

  it('stops soon behind the last release', () => {
    const long = Array.from({ length: 1000 }, (_, index) => commit(`c${index}`, index === 0 ? [] : [`c${index - 1}`], index)).toReversed();
    const enough = frontier('c999', (id) => id === 'c990');
    expect(long.findIndex((each) => enough(each))).toBeLessThan(60);
  });
});
