import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { releaseLinks } from '../../src/read/release-links.ts';
import { changelogStyle, type Release, readReleases } from '../../src/read/releases.ts';
import { lines } from './reading.ts';

const outline = (...all: string[]) => outlineOf(sourceOfText('CHANGELOG.md', lines(...all)));

const releases = (...all: string[]) => unzip(readReleases(outline(...all))).data as readonly Release[];

describe('release headings (conventions.md 13)', () => {
  test.each([
    [
      'Keep a Changelog',
      ['## [3.0.4] - 2026-05-22', '', '[3.0.4]: https://x'],
      { version: '3.0.4', date: { date: '2026-05-22' }, dated: 'heading', link: 'reference', core: [3, 0, 4] },
    ],
    ['brackets without a definition', ['## [3.0.4] - 2026-05-22'], { link: 'missing' }],
    ['date in brackets', ['## 26.7.1 (2026-08-18)'], { version: '26.7.1', date: { date: '2026-08-18' } }],
    ['no date yet', ['## v3.5.34 (TBC)'], { version: '3.5.34' }],
    ['a first-level heading', ['# Node and Miner v1.36.1 / 2026-06-30'], { version: '1.36.1', date: { date: '2026-06-30' } }],
    [
      'a date in the line below',
      ['## 0.16.4', '', 'Released on 2026-08-20.'],
      { version: '0.16.4', date: { date: '2026-08-20' }, dated: 'line' },
    ],
    [
      'a date in a quote',
      ['#### [v2.3.0](https://compare)', '', '> 24 May 2021'],
      { version: '2.3.0', date: { date: '2021-05-24' }, dated: 'line', link: 'inline' },
    ],
    ['yanked', ['## [1.0.0] - 2026-01-05 [YANKED]'], { yanked: true }],
    ['unreleased', ['## [Unreleased]'], { unreleased: true }],
    ['upcoming', ['## Upcoming (soon)'], { unreleased: true }],
    ['a prerelease', ['## 1.0.0-rc.1'], { prerelease: 'rc.1' }],
  ])('%s', (_, text, expected) => expect(releases(...text)).toMatchObject([expected]));

  test('a date in prose is not the date of the release', () => {
    expect(releases('## 1.0.0', '', 'We rewrote what was announced on 2026-01-05.')[0]).not.toHaveProperty('date');
  });

  test('the rank of most releases counts', () => {
    const text = ['# Changelog', '## 1.1.0', '### Fixed in 1.0.9', '- a', '## 1.0.0', '### Added', '- b', '- c'];
    expect(releases(...text).map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  });

  test('groups count their entries', () => {
    const text = ['## 1.0.0', '', '- loose', '', '### Added', '', '- a', '- b', '  - nested', '', '### Misc', '', 'prose'];
    expect(releases(...text)[0]).toMatchObject({
      loose: 1,
      entries: 3,
      groups: [
        { title: 'Added', entries: 2, known: true },
        { title: 'Misc', entries: 1 },
      ],
    });
  });
});

test('a patch one rank lower keeps the groups that follow it', () => {
  const text = ['# Log', '### 1.1.1', '### Fixed', '- a', '## 1.1.0', '### Added', '- b', '### 1.0.1', '### Fixed', '- c', '- d'];
  expect(releases(...text).map(({ version, groups }) => [version, groups.map(({ title, entries }) => `${title} ${entries}`)])).toEqual([
    ['1.1.1', ['Fixed 1']],
    ['1.1.0', ['Added 1']],
    ['1.0.1', ['Fixed 2']],
  ]);
});

test('link definitions and rules behind the last group are none of its entries', () => {
  expect(releases('## [1.0.0]', '### Added', '- a', '', '---', '', '[1.0.0]: https://x')[0]).toMatchObject({
    groups: [{ title: 'Added', entries: 1 }],
  });
});

describe('the style', () => {
  test.each([
    ['said', ['# Changelog', 'See keepachangelog.com'], 'keep-a-changelog'],
    ['shown', ['## [1.0.0] - 2026-01-05', '### Added', '- a', '', '[1.0.0]: https://x'], 'keep-a-changelog'],
    ['not without brackets', ['## 1.0.0', '### Added', '- a'], 'other'],
    ['not with other groups', ['## [1.0.0]', '### Features', '- a'], 'other'],
    ['not of nothing', ['# Changelog'], 'other'],
  ])('%s', (_, text, style) => expect(changelogStyle(outline(...text))).toBe(style));
});

test('link definitions of releases say whether they are used', () => {
  const links = unzip(releaseLinks(outline('## [1.0.0]', '', '[Unreleased]: u', '[1.0.0]: v', '[other]: w', '[0.9.0]: x'))).data;
  expect(links).toEqual([
    { label: 'Unreleased', url: 'u', unused: true },
    { label: '1.0.0', url: 'v' },
    { label: '0.9.0', url: 'x', unused: true },
  ]);
});
