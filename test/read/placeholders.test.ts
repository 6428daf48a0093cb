import { describe, expect, test } from 'vitest';
import { placeholders } from '../../src/read/placeholders.ts';
import { pieceAt, read } from './reading.ts';

const found = (text: string): string[] => read(placeholders, text).map((placeholder) => placeholder.text);

describe('what a template left', () => {
  test.each([
    ['Release vX.Y.Z', ['vX.Y.Z']],
    ['Release vX.Y.Z-rc1', ['vX.Y.Z-rc1']],
    ['Release X.X.X', ['X.X.X']],
    ['Release xx.yy.zz', ['xx.yy.zz']],
    ['Release v1.x.x', ['v1.x.x']],
    ['Release v1.2.x', ['v1.2.x']],
    ['Release vYYYY.MM.##', ['vYYYY.MM.##']],
    ['[X.Y.Z] notes', ['X.Y.Z']],
    ['v[VERSION]', ['[VERSION]']],
    ['{VERSION} and {LEVEL}', ['{VERSION}', '{LEVEL}']],
    ['{{.Tag}} {{ .TaskNumber }}', ['{{.Tag}}', '{{ .TaskNumber }}']],
    ['<version-number> by <GH-handle>', ['<version-number>', '<GH-handle>']],
    ['[Name] [DATE] [Title]', ['[Name]', '[DATE]', '[Title]']],
    ['[REPLACE: x] REPLACE_ME_NOW', ['[REPLACE: x]', 'REPLACE_ME_NOW']],
    ['[Your name here]', ['[Your name here]']],
    ['YYYY-MM-DD HH:MM', ['YYYY-MM-DD', 'HH:MM']],
    ['HH:mm and hh:mm', ['HH:mm', 'hh:mm']],
    ['X minutes', ['X minutes']],
    ['[critical|high|medium|low]', ['[critical|high|medium|low]']],
    ['PR #XXX, BUG-XXX', ['#XXX', 'BUG-XXX']],
    ['INC-YYYYMMDD-XXX', ['INC-YYYYMMDD-XXX']],
    ['Owner: TBD', ['TBD']],
    ['# Release {VERSION}', ['{VERSION}']],
    ['| A |\n|-|\n| {VERSION} |', ['{VERSION}']],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    ['`vX.Y.Z` and `{VERSION}`'],
    ['```\nvX.Y.Z\n```'],
    ['<!-- {{ .Tag }} -->'],
    ['<details>\n\nx\n\n</details>'],
    ['a<br>b <kbd>c</kbd> <https://example.com>'],
    ['[name](u) [Name][ref]\n\n[ref]: u'],
    ['linux 2.6.x86'],
    ['[CI] [1] [x]'],
    ['max x minutes'],
    ['a set {a, b}'],
    ['v1.2.3'],
    ['# Instructions\n\nWrite vX.Y.Z'],
    ['# How to use this\n\n## More\n\nWrite {VERSION}'],
  ])('not in %j', (text) => expect(found(text)).toEqual([]));

  // The bracketed words and the rest are looked for one after the other, and both hit.
  test('[TBD] is one placeholder', () => expect(found('Owner: [TBD]')).toEqual(['[TBD]']));

  // The patterns need letters between the hashes and the end.
  test('TODO in a column of states is a state', () => {
    const table = (header: string): string => `| Action | Owner | ${header} |\n|---|---|---|\n| Plug the leak | @dev-lead | TODO |\n`;
    expect(read(placeholders, table('Status'))).toEqual([]);
    expect(read(placeholders, table('Ticket')).map(({ text }) => text)).toEqual(['TODO']);
  });

  test.each([['[TODO: describe the impact]'], ['Severity: SEV-X'], ['TODO']])('residue that research lists: %j', (text) =>
    expect(found(text)).toHaveLength(1),
  );

  test.each([
    ['CRLF', 'a\r\nb {VERSION}'],
    ['bold', '**a {VERSION} b**'],
    ['the same text before it in code', '`{VERSION}` {VERSION}'],
    ['characters outside the basic plane', '🎉 {VERSION}'],
  ])('stands exactly: %s', (_, text) => {
    expect(pieceAt(placeholders, text, '/0')).toBe('{VERSION}');
    expect(read(placeholders, text)).toHaveLength(1);
  });
});

test('what a blank or an open sign-off tells is marked', () => {
  const blank = (text: string): unknown[] => read(placeholders, text).map((one) => one.blank);
  expect(blank('# T\n\n**Date:** YYYY-MM-DD HH:MM\n**Name:** jo')).toEqual([true, true]);
  expect(blank('## Sign-off\n\n| Role | Name | Decision |\n|-|-|-|\n| QA | [Name] | |')).toEqual([true]);
  expect(blank('# T vX.Y.Z')).toEqual([undefined]);
});
