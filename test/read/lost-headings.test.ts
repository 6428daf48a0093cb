/** Headings that a changelog loses, and what only looks like them. */
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfBytes } from '../../src/model/source.ts';
import { lostHeadings } from '../../src/read/lost-headings.ts';
import { corpusPaths, hasShared, sharedBytes } from '../shared.ts';
import { lines, pieceAt, read } from './reading.ts';

const lost = (...all: string[]): string[] => read(lostHeadings, lines('# Changelog', '', ...all)).map(({ expected }) => expected);

describe('lost headings', () => {
  test.each([
    ['##[1.1.0]', '## [1.1.0]'],
    ['##[1.1.0] - 2026-01-05', '## [1.1.0] - 2026-01-05'],
    ['##1.1.0 (2026-01-05)', '## 1.1.0 (2026-01-05)'],
    ['##v1.1.0-rc.1', '## v1.1.0-rc.1'],
    ['#1.1.0', '# 1.1.0'],
    ['##[1.1.0](https://example.com/v1.1.0) 2026-01-05', '## [1.1.0](https://example.com/v1.1.0) 2026-01-05'],
    ['##[Unreleased]', '## [Unreleased]'],
    ['##[0.9.0] [YANKED]', '## [0.9.0] [YANKED]'],
    ['###Added', '### Added'],
    ['   ###Fixed:', '### Fixed:'],
    ['**[1.1.0] - 2026-01-05**', '## [1.1.0] - 2026-01-05'],
    ['**v1.1.0** (2026-01-05)', '## v1.1.0 (2026-01-05)'],
    ['1.1.0 - 2026-01-05', '## 1.1.0 - 2026-01-05'],
    ['<h2>1.1.0</h2>', '## 1.1.0'],
    ['- ## 1.1.0', '## 1.1.0'],
    ['**Version 1.3.0**', '## Version 1.3.0'],
    ['<h2>Version 1.3.0</h2>', '## Version 1.3.0'],
    ['***1.5.0***', '## 1.5.0'],
    ['*1.5.0*', '## 1.5.0'],
    ['__Release 1.5.0__', '## Release 1.5.0'],
    ['<b>1.5.0</b>', '## 1.5.0'],
    ['**1.5.0:**', '## 1.5.0:'],
    ['**acme-web@1.5.0**', '## acme-web@1.5.0'],
    ['**1.5.0-rc.1 (January 5, 2026)**', '## 1.5.0-rc.1 (January 5, 2026)'],
    ['**1.5.0 RC2** - released 5 Jan 2026', '## 1.5.0 RC2 - released 5 Jan 2026'],
    ['**1.5.0** - 05.02.2026', '## 1.5.0 - 05.02.2026'],
    ['**1.5.0** (unreleased)', '## 1.5.0 (unreleased)'],
    ['**Unreleased**', '## Unreleased'],
    ['[1.5.0] - 2026-02-31', '## [1.5.0] - 2026-02-31'],
    ['##2026-01-05', '## 2026-01-05'],
    ['##Version 1.5.0', '## Version 1.5.0'],
    ['##1.5.0 / 2026-01-05', '## 1.5.0 / 2026-01-05'],
    ['**1.5.0**\nFixes a bug.', '## 1.5.0'],
    ['**1.5.0**  \nFixes a bug.', '## 1.5.0'],
  ])('%s', (line, expected) => expect(lost(line)).toEqual([expected]));

  test.each([
    '## [1.1.0]',
    '#1234',
    '#1234 - 2026-01-05',
    '#1.2 is fixed now',
    '#added',
    '#release 1.1.0',
    '##1234',
    '\\##[1.1.0]',
    '> ##[1.1.0]',
    '    ##[1.1.0]',
    '`##[1.1.0]`',
    '- see ##[1.1.0]',
    '####### [1.1.0]',
    'Closes ##[1.1.0]',
    '1.1.0',
    '**1.1.0** is the first to have it.',
    '- **1.1.0** - 2026-01-05',
    '1.1.0 - 2026 was a good year for us',
    '1.1.0 (2026-01-05) was the first to have it.',
    '**1.1.0** - 2026-01-05 is when we broke the export.',
    '**1.1.0** (June 3 at noon) takes the old export away.',
    '#1.1 (2026-01-05) is fixed now',
    '1.1.0: 12.5% faster, and 3.2 is next',
    '**Version 1.1.0** of the service is needed.',
    '**Version 2 is here**',
    '**Needs Node 20.19.0**',
    '**1. Added**',
    '**Added**',
    '*1.1.0 is the first to have it.*',
    '<h2>Support for 1.1.0</h2>',
    'See **1.1.0**',
    'Released on 2026-01-05',
    '<!-- ##[1.1.0] -->',
    '<!-- <h2>1.1.0</h2> -->',
    '**2026-01-05**',
  ])('not %s', (line) => expect(lost(line)).toEqual([]));

  test('not in a fence', () => expect(lost('```', '##[1.1.0]', '```')).toEqual([]));
  test('below a list that takes the line in', () =>
    expect(lost('- Audit log', '##[1.0.0]', '###Added', '- First')).toEqual(['## [1.0.0]', '### Added']));
  test('within a paragraph of several lines, CRLF too', () =>
    expect(read(lostHeadings, '# Changelog\r\n\r\nText\r\n##[1.0.0]\r\nmore\r\n').map(({ raw }) => raw)).toEqual(['##[1.0.0]']));
  test('stand at their line', () => expect(pieceAt(lostHeadings, lines('# C', '', '- a', '##[1.0.0]'), '/0')).toBe('##[1.0.0]'));

  test.skipIf(!hasShared)('are in no real changelog (needs ../shared)', () => {
    const found = corpusPaths()
      .filter((path) => path.includes('/changelogs/'))
      .flatMap((path) => unzip(lostHeadings.read(outlineOf(sourceOfBytes(path, sharedBytes(path))))).data as object[]);
    expect(found).toEqual([]);
  });
});
