import { expect, test } from 'vitest';
import { distinctPeople, earliest, instantOf } from '../../src/facts/git-commit.ts';
import { commitOf } from './history.ts';

test.each([
  ['0', '1970-01-01T00:00:00Z'],
  ['1767607200', '2026-01-05T10:00:00Z'],
  ['', '1970-01-01T00:00:00Z'],
  ['-5', '1970-01-01T00:00:00Z'],
  ['99999999999999999', '9999-12-31T23:59:59Z'],
])('the second %j is %s', (seconds, instant) => {
  expect(instantOf(seconds)).toBe(instant);
});

test('people are told apart by address, not by case', () => {
  const [alice, other, bob] = [
    { name: 'Alice', email: 'a@x' },
    { name: 'A.', email: 'A@X' },
    { name: 'Bob', email: 'b@x' },
  ];
  expect(distinctPeople([alice, bob, other, bob])).toEqual([alice, bob]);
});

test('the earliest is by commit time; among equals the first', () => {
  const [late, early, same] = [commitOf(0, '3'), commitOf(1, '1'), commitOf(2, '1')];
  expect(earliest([late, early, same])).toBe(early);
  expect(earliest([])).toBeUndefined();
});
