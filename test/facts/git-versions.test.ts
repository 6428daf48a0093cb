import { describe, expect, test } from 'vitest';
import { committedVersion, fileHistory, leadingTo } from '../../src/facts/git-versions.ts';
import { commitOf, historyWith, touch } from './history.ts';

const [c0, c1, c2, c3] = [commitOf(0, '8'), commitOf(1, '7'), commitOf(2, '6'), commitOf(3, '5')];

const idsOf = (commits: readonly { readonly id: string }[] | undefined): string[] | undefined => commits?.map(({ id }) => id);

describe('a file’s history', () => {
  test('goes through renames, not into its namesakes', () => {
    const history = historyWith({ 'new.md': 'b', 'old.md': 'z' }, [
      touch(c0, 'old.md@z'),
      touch(c1, 'new.md@b', 'old.md@a'),
      touch(c2, 'old.md@a'),
    ]);
    expect(idsOf(fileHistory(history, 'new.md')?.commits)).toEqual(['c1', 'c2']);
    expect(fileHistory(history, 'new.md')?.added.id).toBe('c2');
    expect(fileHistory(history, 'old.md')?.added.id).toBe('c0');
  });

  test('ends where the file was deleted and added anew', () => {
    const history = historyWith({ 'a.md': 'b' }, [touch(c0, 'a.md@b'), touch(c2, 'a.md@a')]);
    expect(fileHistory(history, 'a.md')?.added.id).toBe('c0');
  });

  test('comes back to an earlier content without going round', () => {
    const history = historyWith({ 'a.md': 'x' }, [touch(c0, 'a.md@x', 'a.md@y'), touch(c1, 'a.md@y', 'a.md@x'), touch(c2, 'a.md@x')]);
    expect(idsOf(fileHistory(history, 'a.md')?.commits)).toEqual(['c0', 'c1', 'c2']);
    expect(fileHistory(history, 'a.md')?.last.id).toBe('c0');
    expect(fileHistory(history, 'a.md')?.added.id).toBe('c2');
  });

  test('takes in both sides of a merge; the earliest addition counts', () => {
    const history = historyWith({ 'a.md': 'm' }, [
      touch(c0, 'a.md@m', 'a.md@l', 'a.md@r'),
      touch(c1, 'a.md@l'),
      touch(c2, 'a.md@r', 'a.md@q'),
      touch(c3, 'a.md@q'),
    ]);
    expect(idsOf(fileHistory(history, 'a.md')?.commits)).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(fileHistory(history, 'a.md')?.added.id).toBe('c3');
  });

  test('is absent where the file is not committed', () => {
    expect(fileHistory(historyWith({}, [touch(c0, 'a.md@a')]), 'a.md')).toBeUndefined();
    expect(committedVersion(historyWith({}, []), 'a.md')).toBeUndefined();
  });
});

test('a walk stops where it is told to', () => {
  const history = historyWith({ 'a.md': 'c' }, [touch(c0, 'a.md@c', 'a.md@b'), touch(c1, 'a.md@b', 'a.md@a'), touch(c2, 'a.md@a')]);
  expect(leadingTo(history, { path: 'a.md', blob: 'c' }, ({ blob }) => blob !== 'b').map(({ commit }) => commit.id)).toEqual(['c0']);
  expect(leadingTo(history, { path: 'a.md', blob: 'c' }, () => false)).toEqual([]);
});
