import { expect, test } from 'vitest';
import { compareFindings, type Finding } from '../../src/model/finding.ts';

const finding = (path: string, offset: number, rule: string, pointer = '', message = ''): Finding => {
  const point = { line: 1, column: offset + 1, offset };
  return {
    rule,
    severity: 'error',
    state: 'failed',
    message,
    place: { path, start: point, end: point },
    pointer,
    help: '',
    fingerprint: '',
    related: [],
  };
};

test('findings are ordered by path, place, rule, pointer and message', () => {
  const sorted = [
    finding('a.md', 2, 'r/b'),
    finding('a.md', 10, 'r/a', '/x', 'm'),
    finding('a.md', 10, 'r/a', '/x', 'n'),
    finding('a.md', 10, 'r/a', '/y', 'm'),
    finding('a.md', 10, 'r/b', '/a'),
    finding('b.md', 0, 'r/a'),
  ];
  expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
  expect(compareFindings(sorted[0] as Finding, sorted[0] as Finding)).toBe(0);
});
