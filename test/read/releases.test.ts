import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import type { Release } from '../../src/model/parts/release.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { changelogStyle } from '../../src/read/changelog-style.ts';
import { releaseLinks } from '../../src/read/release-links.ts';
import { readReleases, relatedReleases } from '../../src/read/releases.ts';
import { unreadReleases } from '../../src/read/unread-releases.ts';
import { lines } from './reading.ts';

const outline = (...all: string[]) => outlineOf(sourceOfText('CHANGELOG.md', lines(...all)));

const releases = (...all: string[]) => unzip(readReleases(outline(...all))).data as readonly Release[];

describe('release headings', () => {
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

  test.each([
    ['1.0.0 (EOL 2027-01-01)', ''],
    ['1.0.0 - supported until 2027-01-01', ''],
    ['1.0.0 (LTS until January 1, 2027)', ''],
    ['1.0.0 [YANKED 2027-01-01]', ''],
    ['1.0.0 (planned for 2027-01-01)', ''],
    ['1.0.0', 'EOL 2027-01-01'],
    ['1.0.0', 'End of life: 2027-01-01'],
    ['1.0.0', '**Support ends:** 2027-01-01'],
    ['1.0.0', 'Until 2027-01-01'],
    ['1.0.0', 'Maintained through 2027-01-01.'],
    ['1.0.0', 'Sunset: 1 January 2027'],
    ['1.0.0', 'May 3 users have asked for it.'],
  ])('%s, %s: is not the date of the release', (title, line) => expect(releases(`## ${title}`, '', line)[0]).not.toHaveProperty('date'));

  test.each([
    ['1.0.0 - 2026-01-05 (EOL 2027-01-01)', ''],
    ['1.0.0 (EOL 2027-01-01) - 2026-01-05', ''],
    ['1.0.0 (supported until 2027-01-01)', 'Released on 2026-01-05.'],
    ['1.0.0', '2026-01-05, supported until 2027-01-01'],
    ['1.0.0', 'EOL 2027-01-01, released 2026-01-05'],
    ['1.0.0', '**Release date**: 5 January 2026'],
    ['1.0.0', '*January 5, 2026*'],
    ['1.0.0', '_Published on Jan 5, 2026 by @release-bot_'],
    ['1.0.0 - 2026-01-05 (end of life)', ''],
  ])('%s, %s: tells the date of the release', (title, line) =>
    expect(releases(`## ${title}`, '', line)).toMatchObject([{ date: { date: '2026-01-05' } }]),
  );

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

describe('which headings are releases', () => {
  const versions = (...text: string[]) => releases(...text).map(({ version, title }) => version ?? title);

  test('more subheadings that mention a version than releases', () => {
    const text = ['# Log', '## 2.0.0', '### Support for Python 3.12', '- a', '### Upgrading from 1.9', '- b', '### 1.1 Overview', '- c'];
    expect(versions(...text, '## 1.9.0', '### Fixed', '- d')).toEqual(['2.0.0', '1.9.0']);
  });

  test.each([
    'Support for Python 3.12.0',
    'Upgrading from 1.9.0',
    'Migrating to 2.0',
    'Requires Node 20.19.0',
    'Changes since 1.9.0',
    'Works with Postgres 16.2',
    'Backports for 1.8.0',
    'Dropped support of Ruby 2.7.0',
    'Compatible with 1.0.0',
  ])('%s is none', (title) => expect(versions('## 2.0.0', '', '- a', '', `## ${title}`, '', '- b')).toEqual(['2.0.0']));

  test.each([
    ['Release notes for 1.9.0', '1.9.0'],
    ["What's new in 1.9.0", '1.9.0'],
    ['Changes for v1.9.0', '1.9.0'],
    ['Changes in version 1.9', '1.9'],
    ['SDK for Go 1.9.0 (2026-01-05)', '1.9.0'],
    ['Changes between 1.8.4 and 1.9.0 [5 Jan 2026]', '1.9.0'],
    ['Changes from 1.8 to 1.9', '1.9'],
    ['Support Library 1.9.0', '1.9.0'],
    ['1.9.0 for Windows', '1.9.0'],
    ['1.9 Aurora', '1.9'],
    ['Changes with Acme 1.9.0', '1.9.0'],
    ['Fixed in Acme 1.9.0', '1.9.0'],
    ['Maintenance release of 1.9.0', '1.9.0'],
  ])('%s is one', (title, version) => expect(versions('## 2.0.0', '', '- a', '', `## ${title}`, '', '- b')).toEqual(['2.0.0', version]));

  test.each([
    ['Version 2', '2.1.0', '2.0.0'],
    ['2.x', '2.1.0', '2.0.0'],
    ['v2', '2.1.0', '2.0.0'],
    ['2.1', '2.1.1', '2.1.0'],
    ['Acme API 2.1.0', '2.1.0', '2.0.0'],
  ])('%s without a word of its own heads its releases', (title, ...inner) =>
    expect(versions(`## ${title}`, ...inner.flatMap((version) => ['', `### ${version}`, '', '- a']))).toEqual(inner),
  );

  test.each([
    ['a word of its own', ['## 2.1', '', '- Feature', '', '### 2.1.1', '', '- a', '', '### 2.1.0', '', '- b'], ['2.1', '2.1.1', '2.1.0']],
    ['a day', ['## 2.1 (2026-01-05)', '', '### 2.1.1', '', '- a'], ['2.1', '2.1.1']],
    ['a patch of another line below', ['# 1.1.0', '', '## 1.0.1', '', '- a', '', '## 1.0.0', '', '- b'], ['1.1.0', '1.0.1', '1.0.0']],
  ])('with %s it is a release itself', (_, text, expected) => expect(versions(...text)).toEqual(expected));

  test('the title of a document that names a line', () =>
    expect(versions('# Acme API 2.0 manual', '', 'Text.', '', '## 2.0.1', '', '- a')).toEqual(['2.0.1']));

  test.each([
    [
      'the notes of one release',
      ['# Acme 5.1 release notes', '', '## What is new in Acme 5.1', '', '- a', '', '## Incompatible changes in 5.1', '', '- b'],
      ['5.1'],
    ],
    [
      'chapters with numbers',
      ['# Manual', '', '## 1.1 Overview', '', 'Text.', '', '## 1.2 Releases', '', '### 2.0.0', '', '- a'],
      ['2.0.0'],
    ],
    [
      'releases with chapter numbers',
      ['# Manual', '', '## 2.1 Release 1.1.0 (2026-02-01)', '', '- a', '', '## 2.2 Version 1.0.0', '', '- b'],
      ['1.1.0', '1.0.0'],
    ],
    ['unreleased changes above all', ['# Unreleased', '', '- a', '', '## 1.0.0', '', '- b'], ['Unreleased', '1.0.0']],
    ['unreleased changes below the rank', ['## [Unreleased]', '', '- a', '', '# 1.0.0', '', '- b'], ['[Unreleased]', '1.0.0']],
    ['a release with entries above patches', ['# Acme 2.0', '', '- a', '', '## 1.9.9', '', '- b'], ['2.0', '1.9.9']],
    ['a release with groups above patches', ['# Acme 2.0', '', '## Added', '', '- a', '', '## 1.9.9', '', '- b'], ['2.0', '1.9.9']],
  ])('%s', (_, text, expected) => expect(versions(...text)).toEqual(expected));

  test('releases at a lower rank, whatever the form of their day', () =>
    expect(
      versions(
        '## 1.2.0',
        '- a',
        '## 1.1.0',
        '- a',
        '## 1.0.0',
        '- a',
        '### 0.2.0 (February 18, 2013)',
        '- b',
        '### 0.1.0 / 5 Jan 2013',
        '- c',
      ),
    ).toEqual(['1.2.0', '1.1.0', '1.0.0', '0.2.0', '0.1.0']));
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

describe('versions in other forms', () => {
  test.each([
    ['## v3 (2026-01-05)', '3'],
    ['## Version 12', '12'],
    ['## v20240110', '20240110'],
    ['## 2016.05.06, Version 0.12.14 (Maintenance)', '0.12.14'],
    ['## 2016.05.06', '2016.05.06'],
    ['## 2016.05.06 - 0.12.14', '0.12.14'],
    ['## v1.0c3', '1.0c3'],
    ['## 1.0.0.Final', '1.0.0.Final'],
    ['## 1.2.0‑rc.1 – 2026‑01‑05', '1.2.0-rc.1'],
    ['## @acme/web@1.2.0', '1.2.0'],
  ])('%s', (heading, version) => expect(releases(heading)).toMatchObject([{ version }]));

  test('single numbers, where no release has a longer version', () =>
    expect(releases('# v2', '', '- a', '', '# v1', '', '- b').map(({ version }) => version)).toEqual(['2', '1']));

  test('days, where no release has a version', () =>
    expect(releases('## 2026-02-05', '', '- a', '', '## 2026-01-05 - hotfix', '', '- b').map(({ date }) => date?.date)).toEqual([
      '2026-02-05',
      '2026-01-05',
    ]));

  test.each([
    ['02/05/2026', { ambiguous: true }],
    ['05.02.2026', { ambiguous: true }],
    ['2026-02-31', { impossible: true }],
    ['31.02.2026', { impossible: true }],
    ['25.02.2026 - hotfix', { date: '2026-02-25' }],
  ])('%s is a release of that day', (title, date) => {
    const read = releases(`## ${title}`, '', '- a', '', '## 2026-01-05', '', '- b');
    expect(read).toMatchObject([{ date, entries: 1 }, { date: { date: '2026-01-05' } }]);
    expect(read[0]).not.toHaveProperty('version');
  });

  test.each(['January 2026', 'Feb 2026', '2026-02', '2026/02', 'Q1 2026', '2026-W03', '2026年2月'])(
    '%s is a release by its month',
    (title) =>
      expect(releases(`## ${title}`, '', '- a', '', '## December 2025', '', '- b')).toMatchObject([{ title, entries: 1 }, { entries: 1 }]),
  );

  test('a month heads the days and versions below it', () => {
    expect(releases('## January 2026', '', '### 2026-01-05', '', '- a').map(({ title }) => title)).toEqual(['2026-01-05']);
    expect(releases('## January 2026', '', '### 1.2.0', '', '- a').map(({ title }) => title)).toEqual(['1.2.0']);
  });

  test('a release keeps its version before an impossible day', () =>
    expect(releases('## v12 (2026-02-31)', '', '- a')).toMatchObject([{ version: '12', date: { impossible: true } }]));

  test('a title that names a line is no release', () =>
    expect(releases('# Widget 0.10 changelog', '', '## 0.10.2', '', '- a').map(({ version }) => version)).toEqual(['0.10.2']));
});

describe('headings that are meant to name a release and cannot be read', () => {
  const unread = (title: string): readonly unknown[] =>
    unzip(unreadReleases(outline('# Log', '', `## ${title}`, '', '- a', '', '## 1.0.0', '', '- b'))).data as readonly unknown[];

  test.each([
    '1.x',
    '[1.x]',
    'v1_2_0',
    '1_2_0 - 2026-01-05',
    '1_2_0 Aurora',
    '1,2,0',
    'Version one',
    'v1.2.x (2026-01-05)',
    '1.8.0_292',
    '1.2.0...1.3.0',
    '#1.2.0',
    'Version 1,2',
    'Sprint 34 (2026-01-05)',
    '[Aurora] - 2026-01-05',
    '02-05-2026',
    '2/5/26',
  ])('%s', (title) => expect(unread(title)).toEqual([{ title }]));

  test.each([
    'Added',
    '12.5% faster',
    '2,000 downloads',
    'v2 to v3 migration',
    'v2 API',
    '3.x users',
    'Version two of the API',
    '1.x, 2.x and 3.x',
    'Numbers of 2026-01-05 and later',
    'Upgrading to 3.0.0 (2026-01-05)',
    'Support until 2026-01-05',
  ])('not %s', (title) => expect(unread(title)).toEqual([]));
});

test.each([
  ['a page elsewhere', ['See [changelogs/0.9](changelogs/0.9.md).'], 0],
  ['an entry', ['- A fix, see [#1](https://x)'], 1],
  ['an entry in a group', ['See [all](https://x).', '', '### Fixed', '', '- A fix'], 1],
  ['words alone', ['A fix.'], 1],
])('a line of releases with %s', (_, text, count) =>
  expect(unzip(unreadReleases(outline('# Log', '', '## 1.0.0', '', '- b', '', '## 0.9.x', '', ...text))).data).toHaveLength(count),
);

describe('what is not released', () => {
  test.each([
    '[Unreleased]',
    'Unreleased changes',
    'Next',
    'Next release',
    'vNext',
    'HEAD (unreleased)',
    'main',
    '[Não publicado]',
    'Upcoming changes',
    'Next major version',
    'Development version',
    'main branch',
    'Trunk',
    'WIP',
    'TBD',
    '[TBA]',
    'Not yet released',
    'Work in progress',
    'In development (2.0)',
    'Coming soon',
    'acme (development version)',
    'acme (unreleased)',
    'Próxima versión',
    'À venir',
    'Nächste Version',
    '下一个版本',
    'Future release',
    'dev',
    '未リリース',
  ])('%s', (title) => expect(releases(`## ${title}`)).toMatchObject([{ unreleased: true }]));

  test.each([
    'Next steps',
    'Head office',
    'Upcoming breaking news',
    'Development setup',
    'Main features',
    'Main changes',
    'Head changes',
    'Master release',
    'WIP limits',
    'In development mode',
    'Future plans',
    'Dev setup',
    'Features (in progress)',
  ])('not %s', (title) => expect(releases(`## ${title}`)).toEqual([]));
});

describe('a version that is not released', () => {
  test.each([
    '1.2.0 (TBD)',
    '1.2.0 - TBA',
    '1.2.0 [WIP]',
    '1.2.0 (not yet released)',
    '1.2.0 – not released',
    '1.2.0 (to be released)',
    '1.2.0 (work in progress)',
    '1.2.0 (coming soon)',
    '[1.2.0] - Unreleased',
    '1.2.0 (unveröffentlicht)',
    '1.2.0 - 未发布',
    '1.2.0 (planned)',
    '1.2.0 (planned for 2027-01-01)',
    '1.2.0 - ETA: Q3 2027',
    '1.2.0 (expected in March 2027)',
  ])('%s', (title) => expect(releases(`## ${title}`)).toMatchObject([{ version: '1.2.0', unreleased: true }]));

  test.each(['1.2.0 (2026-01-05)', '1.2.0 - Head of the line', '1.2.0 - planned outages', '1.2.0 (main)'])('not %s', (title) =>
    expect(releases(`## ${title}`)[0]).not.toHaveProperty('unreleased'),
  );
});

describe('what releases tell of each other', () => {
  const related = (...all: string[]) => unzip(relatedReleases(outline(...all))).data as readonly Release[];

  test('a patch below a newer line continues its own', () =>
    expect(related('## 4.0.0', '', '## 3.0.5', '', '## 3.0.0', '', '## 2.5.0').map(({ line }) => line)).toEqual([
      undefined,
      '3.0',
      undefined,
      '2',
    ]));

  test('a group of the own is named once', () =>
    expect(related('## 2.0.0', '', '### Commits', '', '- a', '', '## 1.0.0', '', '### Commits', '', '- b')).toMatchObject([
      { groups: [{ title: 'Commits' }] },
      { groups: [{ title: 'Commits', again: true }] },
    ]));

  test.each(['Added', '✨ Added', 'Fixed 🐛', 'Hinzugefügt', 'Corrigé', '追加'])('%s is a group of Keep a Changelog', (title) =>
    expect(related('## 1.0.0', '', `### ${title}`, '', '- a')).toMatchObject([{ groups: [{ known: true }] }]),
  );
});
