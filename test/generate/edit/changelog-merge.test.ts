import { describe, expect, it, test } from 'vitest';
import { mergeChangelog } from '../../../src/generate/edit/changelog-merge.ts';
import { sourceOfBytes } from '../../../src/model/source.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { entry, merge, merged, path, release, releasesOf, upcoming } from './changelog-editing.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

const fix = entry('Prices are rounded once (#12)', 'pr:12');
const search = entry('Search by colour (#13)', 'pr:13');

const kac = lines(
  '# Changelog',
  '',
  'Kept by hand.  ',
  '',
  '<!-- ## [8.8.8] -->',
  '',
  '## [Unreleased]',
  '',
  '### Added',
  '',
  '- Orders can be exported',
  '',
  '## [1.0.0] - 2025-12-01 [YANKED]',
  '',
  '### Known issues',
  '',
  '* None',
  '',
  '```md',
  '## [9.9.9]',
  '```',
  '',
  '[Unreleased]: https://example.com/shop/compare/v1.0.0...HEAD "latest"',
  '[1.0.0]: https://example.com/shop/releases/v1.0.0',
  '',
);

const released = (text: string): (string | undefined)[] => releasesOf(text).map(({ version }) => version);

describe('links that nobody gave', () => {
  const bare = (version: string) => ({ ...release(version, { Fixed: [fix] }), links: [] });
  const log = (...definitions: readonly string[]): string =>
    lines('# Changelog', '', '## [Unreleased]', '', '## [1.0.0] - 2025-12-01', '', '- a', '', ...definitions, '');

  it.each([
    [['[1.0.0]: https://10.0.0.5/o/r/compare/v0.9.0...v1.0.0'], 'https://10.0.0.5/o/r/compare/v1.0.0...v1.1.0'],
    [['[1.0.0]: https://h.example/o/r/releases/tag/v1.0.0'], 'https://h.example/o/r/releases/tag/v1.1.0'],
    [
      ['[Unreleased]: https://h.example/o/r/compare/p%401.0.0...HEAD', '[1.0.0]: https://h.example/o/r/releases/tag/p%401.0.0'],
      'https://h.example/o/r/compare/p%401.0.0...p%401.1.0',
    ],
    [['[1.0.0]: https://h.example/o/r/branches/compare/1.0.0%0D1.0.0-rc.1'], 'https://h.example/o/r/branches/compare/1.1.0%0D1.0.0'],
  ])('are read from %j', (definitions, url) => {
    const text = merged(log(...definitions), bare('1.1.0'));
    expect(text).toContain(`[1.1.0]: ${url}\n`);
    expect(merged(text, bare('1.1.0'))).toBe(text);
  });

  it('move the comparison of what is not released on', () => {
    const text = merged(kac, bare('1.1.0'));
    expect(text).toContain('[Unreleased]: https://example.com/shop/compare/v1.1.0...HEAD "latest"\n');
    const inline = '## [Unreleased](https://h.example/compare/v1.0.0...HEAD)\n\n## [1.0.0](https://h.example/v1.0.0) - 2025-12-01\n\n- a\n';
    const own = { ...bare('1.1.0'), links: [{ label: '1.1.0', url: 'https://h.example/v1.1.0' }] };
    expect(merged(inline, own)).toContain('[Unreleased](https://h.example/compare/v1.1.0...HEAD)');
  });

  it('are none where the file shows none', () => {
    expect(merged(log('[1.0.0]: https://h.example/the-first'), bare('1.1.0'))).not.toContain('[1.1.0]:');
  });

  it('never compare what is not released with an older release', () => {
    const text = kac.replace('v1.0.0...HEAD', 'v1.1.0...HEAD');
    expect(merged(text, upcoming({}))).toBe(text);
  });
});

describe('releasing', () => {
  it('promotes what is not released, leaves it empty, and keeps the rest', () => {
    expect(merged(kac, release('1.1.0', { Fixed: [fix], Added: [search] }))).toBe(
      kac
        .replace('## [Unreleased]\n', '## [Unreleased]\n\n## [1.1.0] - 2026-01-05\n')
        .replace('exported\n', 'exported\n- Search by colour (#13)\n\n### Fixed\n\n- Prices are rounded once (#12)\n')
        .replace(
          'compare/v1.0.0...HEAD "latest"\n',
          'compare/v1.1.0...HEAD "latest"\n[1.1.0]: https://example.com/shop/compare/v1.0.0...v1.1.0\n',
        ),
    );
  });

  it('leaves comments below the heading to what is not released', () => {
    const text = '## [Unreleased]\n\n<!-- Write here. -->\n\n- a\n\n## [1.0.0] - 2025-12-01\n\n- b\n';
    expect(merged(text, release('1.1.0', {}))).toContain('<!-- Write here. -->\n\n## [1.1.0] - 2026-01-05\n\n- a\n');
  });

  it('sets an older release in its place, and says so', () => {
    const text = '# Log\n\n## Unreleased\n\n- x\n\n## 2.0.0\n\n- a\n\n## 1.0.0\n\n- b\n';
    const { notes } = merge(text, [release('1.0.1', { Fixed: [fix] })]);
    expect(notes).toEqual(['1.0.1 is not the newest release: "Unreleased" stays as it is']);
    expect(merged(text, release('1.0.1', { Fixed: [fix] }))).toBe(
      text.replace('## 1.0.0', '## 1.0.1\n\n- Prices are rounded once (#12)\n\n## 1.0.0'),
    );
  });

  it('sets the oldest release below all others', () => {
    expect(merged('## 2.0.0\n\n- a\n', release('1.0.0', { Fixed: [fix] }))).toBe(
      '## 2.0.0\n\n- a\n\n## 1.0.0\n\n- Prices are rounded once (#12)\n',
    );
  });

  it('does not turn the comparison back when an older release is written', () => {
    const text = merged(kac, release('1.2.0', {}));
    expect(merged(text, release('1.1.0', { Fixed: [fix] }))).toContain('[Unreleased]: https://example.com/shop/compare/v1.2.0...HEAD');
  });

  it('dates an announced release', () => {
    expect(merged('## 1.1.0 (unreleased)\n\n- a\n', release('1.1.0', {}))).toBe('## 1.1.0 (2026-01-05)\n\n- a\n');
  });

  it('adds to a release that is there what it lacks', () => {
    const once = merged(kac, release('1.1.0', { Fixed: [fix] }));
    expect(merged(once, release('1.1.0', { Fixed: [fix], Added: [search] }))).toBe(
      once.replace('exported\n', 'exported\n- Search by colour (#13)\n'),
    );
  });

  it('keeps empty groups, and says so', () => {
    const text = '## Unreleased\n\n### Added\n\n### Fixed\n\n## 1.0.0\n\n### Fixed\n\n- a\n';
    expect(merge(text, [release('1.1.0', { Fixed: [fix] })]).notes).toEqual(['"Added" is empty (line 3)']);
    expect(merged(text, release('1.1.0', { Fixed: [fix] }))).toContain('## 1.1.0\n\n### Added\n\n### Fixed\n\n- Prices');
  });

  it('takes what stands behind the last release for no group of it', () => {
    const text = '## 1.0.0\n\n- a\n\n## License\n\nMIT\n';
    expect(merged(text, release('1.1.0', { Fixed: [fix] }))).toBe(`## 1.1.0\n\n- Prices are rounded once (#12)\n\n${text}`);
  });

  it('writes several releases, newest first', () => {
    const text = merged('# Changelog\n', release('1.2.0', { Added: [search] }), release('1.1.0', { Fixed: [fix] }));
    expect(released(text)).toEqual(['1.2.0', '1.1.0']);
  });
});

describe('what is told already', () => {
  const told = (text: string): string => `## Unreleased\n\n${text}\n\n## 1.0.0\n\n- First\n`;
  const id = 'ab12cd34'.repeat(5);
  const change = entry('A change', 'pr:12', `sha:${id}`, 'acme/shop#7');

  test.each([
    ['a number', '- Rewritten by hand (#12)'],
    ['a request of GitLab', '- Rewritten by hand (!12)'],
    ['a link', '- Rewritten [by hand](https://example.com/acme/shop/pull/12)'],
    ['a link to a merge request', '- By hand <https://example.com/acme/shop/-/merge_requests/12>'],
    ['a number as code within a link', '- By hand [`#12`](https://example.com/acme/shop/pull/12)'],
    ['a link by reference', '- By [hand][pr]\n\n[pr]: https://example.com/acme/shop/pull/12'],
    ['an abbreviated object id', '- By hand (ab12cd3)'],
    ['an object id as code', '- By hand `ab12cd34a`'],
    ['a commit', '- By [hand](https://example.com/acme/shop/commit/ab12cd34ab)'],
    ['a qualified number', '- By hand, acme/shop#7'],
    ['a paragraph', 'We changed it (#12).'],
    ['the same words', '- a **change**.'],
  ])('%s', (_, text) => {
    const { splices, notes } = merge(told(text), [upcoming({ Fixed: [change] })]);
    expect(splices).toEqual([]);
    expect(notes).toHaveLength(1);
  });

  test.each([
    ['code', '- Nothing `#12`'],
    ['a fence', '- Nothing\n\n```\n#12\n```'],
    ['a comment', '- Nothing\n\n<!-- #12 -->'],
    ['a quotation', '- Nothing\n\n> #12'],
    ['another number', '- Nothing (#123), &#12;'],
    ['another repository', '- Nothing, other/repo#12'],
    ['a short id', '- Nothing ab12cd'],
    ['another release', '- Nothing\n\n## 1.1.0\n\n- Done (#12)'],
  ])('not %s', (_, text) => {
    expect(merge(told(text), [upcoming({ Fixed: [change] })]).splices).not.toEqual([]);
  });

  it('knows links to other repositories when it knows its own', () => {
    const text = told('- See [#12](https://example.com/other/repo/pull/12)');
    const sections = [upcoming({ Fixed: [change] })];
    expect(merge(text, sections).splices).toEqual([]);
    expect(merge(text, sections, { repository: 'acme/shop' }).splices).not.toEqual([]);
  });

  it('counts words without reference for an entry with one, but not for one with another', () => {
    expect(merge(told('- Prices are rounded once'), [upcoming({ Fixed: [fix] })]).splices).toEqual([]);
    expect(merge(told('- Prices are rounded once (#11)'), [upcoming({ Fixed: [fix] })]).splices).not.toEqual([]);
  });

  it('says where else an entry stands', () => {
    expect(merge(told('- x').replace('First', 'First (#12)'), [upcoming({ Fixed: [fix] })]).notes).toEqual([
      '"Prices are rounded once (#12)" stands in 1.0.0 too (line 5), as #12',
    ]);
  });

  it('writes an entry of one key once', () => {
    expect(merged('## Unreleased\n', upcoming({ Fixed: [fix, entry('Again (#12)', 'pr:12')] }))).not.toContain('Again');
  });
});

describe('the style of the file', () => {
  test.each([
    ['bullets and indentation', '## 1.0.0\n\n *  a\n *  b\n', ' *  Two\n    lines\n'],
    ['tabs', '## 1.0.0\n\n-\ta\n', '-\tTwo\n    lines\n'],
    ['numbers', '## 1.0.0\n\n1) a\n2) b\n', '1) Two\n   lines\n'],
    ['blank lines between items', '## 1.0.0\n\n- a\n\n- b\n', '- Two\n  lines\n'],
    ['underlined headings', '1.0.0 (December 1, 2025)\n---\n- a\n', '1.1.0 (January 5, 2026)\n---\n- Two\n  lines\n\n1.0.0'],
    [
      'a v and a rule',
      '## v1.0.0 / 1st Dec 2025\n- a\n\n***\n\n## v0.9.0 / 2nd Nov 2025\n- b\n',
      '## v1.1.0 / 5th Jan 2026\n- Two\n  lines\n\n***\n\n## v1.0.0',
    ],
    ['closing hashes', '## 1.0.0 ##\n\n- a\n', '## 1.1.0 ##\n\n- Two'],
    ['a date line', '## 1.0.0\n\nReleased on 2025-12-01.\n\n- a\n', '## 1.1.0\n\nReleased on 2026-01-05.\n\n- Two'],
    ['a constant word', '## Release 1.0.0\n\n- a\n\n## Release 0.9.0\n\n- b\n', '## Release 1.1.0\n\n- Two'],
    ['names of groups', '## 1.0.0\n\n### 🐛 Bug fixes\n\n- a\n', '## 1.1.0\n\n### 🐛 Bug fixes\n\n- Two'],
    ['anchors', '<a id="1.0.0"></a>\n## 1.0.0\n\n- a\n', '<a id="1.1.0"></a>\n## 1.1.0\n\n- Two'],
    [
      'an address in the heading',
      '## [1.0.0](https://x/1.0.0) (2025-12-01)\n\n- a\n',
      '## [1.1.0](https://example.com/shop/compare/v1.0.0...v1.1.0) (2026-01-05)',
    ],
    ['dates with points', '## 1.0.0 - 2025/12/01\n\n- a\n', '## 1.1.0 - 2026/01/05\n'],
    ['Chinese dates', '## 1.0.0 - 2025年12月1日\n\n- a\n', '## 1.1.0 - 2026年1月5日\n'],
  ])('%s', (_, text, part) => {
    const after = merged(text, release('1.1.0', { Fixed: [entry('Two\nlines', 'pr:1')] }));
    expect(after).toContain(part);
    expect(after.endsWith(text)).toBe(true);
  });

  it('a marker above the releases, as conda has it', () => {
    const text = '[//]: # (current developments)\n\n## 26.7.1 (2026-08-18)\n\n### Bug fixes\n\n* Fix x. (#1)\n';
    expect(merged(text, release('26.8.0', { Fixed: [fix], Added: [search] }))).toBe(
      text.replace(
        '## 26.7.1',
        '## 26.8.0 (2026-01-05)\n\n### Added\n\n* Search by colour (#13)\n\n### Bug fixes\n\n* Prices are rounded once (#12)\n\n## 26.7.1',
      ),
    );
  });

  it('releases at the rank of the title, as lotus has them', () => {
    const text = '# Lotus changelog\n\n# UNRELEASED\n\n- a\n\n# Node v1.0.0 / 2025-12-01\n\n- b\n\n# Node v0.9.0 / 2025-11-01\n\n- c\n';
    expect(merged(text, upcoming({ Fixed: [fix] }))).toBe(text.replace('- a\n', '- a\n- Prices are rounded once (#12)\n'));
    expect(merged(text, release('1.1.0', { Fixed: [fix] }))).toBe(
      text.replace('UNRELEASED\n\n- a\n', 'UNRELEASED\n\n# Node v1.1.0 / 2026-01-05\n\n- a\n- Prices are rounded once (#12)\n'),
    );
  });

  it('numbers on', () => {
    expect(merged('## Unreleased\n\n8. a\n9. b\n', upcoming({ Fixed: [fix, search] }))).toContain(
      '9. b\n10. Prices are rounded once (#12)\n11. Search',
    );
    expect(merged('## Unreleased\n\n1. a\n1. b\n', upcoming({ Fixed: [fix] }))).toContain('1. b\n1. Prices');
  });

  it('sets new groups in the order of Keep a Changelog, and moves none', () => {
    const text = '## Unreleased\n\n### Changed\n\n- c\n\n### Security\n\n- s\n\n### Notes\n\n- n\n';
    const groups = { Upgrading: [entry('u', 'pr:1')], Removed: [entry('r', 'pr:2')], Added: [entry('a', 'pr:3')] };
    expect(merged(text, upcoming(groups)).match(/### \w+/g)).toEqual(
      ['Added', 'Changed', 'Removed', 'Security', 'Notes', 'Upgrading'].map((title) => `### ${title}`),
    );
  });

  it('adds below prose, and outside of <details>', () => {
    const text = '## Unreleased\n\n### Fixed\n\nMany things.\n\n<details>\n\n- old\n\n</details>\n\n## 1.0.0\n\n### Fixed\n\n- a\n';
    expect(merged(text, upcoming({ Fixed: [fix] }))).toBe(text.replace('</details>\n', '</details>\n\n- Prices are rounded once (#12)\n'));
  });

  it('makes a section of what is not released as the file would head it', () => {
    expect(merged('# v1.0.0\n\n- a\n', upcoming({ Fixed: [fix] }))).toBe(
      '# Unreleased\n\n- Prices are rounded once (#12)\n\n# v1.0.0\n\n- a\n',
    );
    expect(merged('## [1.0.0]\n\n- a\n\n[1.0.0]: https://x\n', upcoming({ Fixed: [fix] }))).toMatch(
      /^## \[Unreleased\]\n[\s\S]*\n\[Unreleased\]: .*\n\[1.0.0\]: https:\/\/x\n$/,
    );
  });

  it('puts rc10 above rc9', () => {
    const text = '## 1.1.0-rc9\n\n### Added\n\n- a\n\n## 1.0.0\n\n- b\n';
    expect(merged(text, release('1.1.0-rc10', { Fixed: [fix] }))).toMatch(/^## 1\.1\.0-rc10\n/);
  });

  it('keeps the order of definitions that stand oldest first', () => {
    const text = '## [1.1.0]\n\n- b\n\n## [1.0.0]\n\n- a\n\n[1.0.0]: https://x/0\n[1.1.0]: https://x/1\n';
    expect(merged(text, release('1.2.0', { Fixed: [fix] }))).toMatch(/\[1.1.0\]: https:\/\/x\/1\n\[1.2.0\]: .*\n$/);
  });
});

describe('refusals', () => {
  const refused = (text: string | Uint8Array, sections = [release('1.1.0', { Fixed: [fix] })]): string => {
    const source = sourceOfBytes(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
    try {
      return mergeChangelog(source, sections).summary;
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      return (error as UsageError).message;
    }
  };

  test.each([
    ['a conflict', '## Unreleased\n\n<<<<<<< ours\n- a\n=======\n- b\n>>>>>>> theirs\n', /^CHANGELOG\.md:3:1: .*conflict/],
    ['an open fence', '## Unreleased\n\n```\n- a\n\n## 1.0.0\n', /^CHANGELOG\.md:3:1: .*fence/],
    ['an open comment', '## Unreleased\n\n<!-- a\n\n## 1.0.0\n', /^CHANGELOG\.md:3:1: .*comment/],
    ['two sections of what is not released', '## Unreleased\n\n## 1.0.0\n\n## [Unreleased]\n', /^CHANGELOG\.md:5:1: .*line 1/],
    ['a version twice', '## 1.0.0\n\n- a\n\n## 1.0.0\n\n- b\n', /^CHANGELOG\.md:5:1: .*two sections/],
    ['oldest first', '## 1.0.0\n\n- a\n\n## 1.1.0\n\n- b\n\n## 1.2.0\n\n- c\n', /oldest first/],
    ['prose alone', '# Changelog\n\nSee the releases page.\n', /^CHANGELOG\.md:1:1: No release can be read/],
    ['an index', '# Logs\n\n- [v1.0](docs/v1.0.md)\n- [v0.9](docs/v0.9.md)\n', /only lists/],
    ['words of its own', '# Node and Miner v1.0.0\n\n- a\n\n# Node v0.9.0\n\n- b\n', /"Node and Miner"/],
    ['a code name', '## 1.0.0 Bellflower\n\n- a\n', /"Bellflower"/],
    ['another announcement', '## 1.3.0 (unreleased)\n\n- a\n', /announces 1\.3\.0/],
    ['what is not released below a release', '## 1.0.0\n\n- a\n\n## Unreleased\n\n- b\n', /stands below/],
    ['hidden releases', '# Log\n\n<details>\n\n## 1.0.0\n\n- a\n\n</details>\n', /<details>/],
    ['another series', '# Log\n\n## v0.9.x\n\n### 0.9.1\n\n- a\n\n### 0.9.0\n\n- a\n', /^CHANGELOG\.md:5:1: .*"v0\.9\.x"/],
    ['a NUL', '## 1.0.0\n\n- a\0\n', /^CHANGELOG\.md:3:4: A NUL/],
  ])('%s', (_, text, reason) => expect(refused(text)).toMatch(reason));

  it('refuses bytes that are not UTF-8', () => {
    expect(refused(new Uint8Array([...new TextEncoder().encode('## 1.0.0\n\n- caf'), 0xe9, 0x0a]))).toMatch(/^CHANGELOG\.md:3:6: .*UTF-8/);
  });

  it('refuses what no heading can be found by', () => {
    expect(refused('# Changelog\n', [release('spring', { Fixed: [fix] })])).toMatch(/"spring" is no version/);
  });

  it('refuses text of which it cannot tell whose it is', () => {
    expect(refused('## Unreleased\n\n- a\n', [upcoming({ Fixed: [fix] }), release('1.1.0', { Added: [search] })])).toMatch(/whose/);
  });

  test.each([
    ['nothing', '', '## [1.1.0] - 2026-01-05\n'],
    ['a title', '# Changelog\n', '# Changelog\n\n## [1.1.0] - 2026-01-05\n'],
    ['a preamble', '# Changelog\n\nAs in keepachangelog.com.\n', 'com.\n\n## [1.1.0] - 2026-01-05\n'],
    ['a year', '# Log\n\n## 2026\n\n### 1.0.0\n\n- a\n', '## 2026\n\n### 1.1.0\n'],
    ['its own series', '## 1.x\n\n### 1.0.0\n\n- a\n', '## 1.x\n\n### 1.1.0\n'],
    ['an old fence in an item', '## 1.0.0\n\n- a\n  ```\n  open\n', '## 1.1.0\n\n- Prices'],
  ])('takes %s', (_, text, part) => expect(merged(text, release('1.1.0', { Fixed: [fix] }))).toContain(part));
});

// What other generators have been seen to do to changelogs.
describe('defects of others', () => {
  const crlf = kac.replaceAll('\n', '\r\n');
  const run = (text: string): string => merged(text, release('1.1.0', { Fixed: [fix] }));

  test('sections of what is not released do not stack, however often it runs', () => {
    let text = kac;
    for (let index = 0; index < 23; index += 1) text = merged(text, upcoming({ Fixed: [fix] }));
    expect(text.match(/^## \[Unreleased\]$/gm)).toHaveLength(1);
    expect(text.match(/#12/g)).toHaveLength(1);
  });

  test('a release is written once', () => expect(run(run(kac))).toBe(run(kac)));

  test('nothing lands above the title, and the title is not repeated', () => {
    for (const text of [kac, '# Changelog\n\n## 1.0.0\n\n- a\n', '# Changelog\n']) {
      expect(run(text)).toMatch(/^# Changelog\n/);
      expect(run(text).match(/^# /gm)).toHaveLength(1);
    }
  });

  test('the preamble and text written by hand stay', () => {
    for (const part of ['Kept by hand.  \n', '- Orders can be exported\n', '<!-- ## [8.8.8] -->', '[YANKED]', '### Known issues', '* None'])
      expect(run(kac)).toContain(part);
  });

  test('releases stay in order over several runs', () => {
    const text = ['1.1.0', '1.2.0', '1.3.0', '1.10.0'].reduce(
      (log, version) => merged(log, release(version, { Fixed: [entry(version)] })),
      kac,
    );
    expect(released(text)).toEqual([undefined, '1.10.0', '1.3.0', '1.2.0', '1.1.0', '1.0.0']);
  });

  test('there are no two blank lines at the boundaries', () => expect(run(kac)).not.toMatch(/\n\n\n/));

  test('bullets, headings and emphasis are not restyled', () => {
    const text = '# Changelog\n### 1.0.0\n* __a__\n* *b*\n\n# not a release\n\n    # code\n';
    expect(run(text).replace(/### 1\.1\.0\n\* .*\n\n?/, '')).toBe(text);
  });

  test('a file with CRLF has no other ending after it', () => {
    expect(run(crlf)).toBe(run(kac).replaceAll('\n', '\r\n'));
    expect(run(crlf)).not.toMatch(/(?<!\r)\n/);
  });

  test('mixed endings stay, and new lines end as their neighbours', () => {
    const text = '# Log\r\n\r\n## 1.0.0\n\n- a\r\n';
    expect(run(text)).toBe('# Log\r\n\r\n## 1.1.0\n\n- Prices are rounded once (#12)\n\n## 1.0.0\n\n- a\r\n');
  });

  test('neither end of the file is trimmed', () => {
    for (const [head, tail] of [
      ['\uFEFF', ''],
      ['\n\n', '\n\n\n'],
      ['', '   '],
    ])
      expect(run(`${head}## 1.0.0\n\n- a${tail}`)).toMatch(new RegExp(`^${head}## 1\\.1\\.0[\\s\\S]*- a${tail}$`));
  });

  test('a fenced heading is no release', () => expect(released(run(kac))).toEqual([undefined, '1.1.0', '1.0.0']));

  test('a withdrawn release is no obstacle, and no model', () => expect(run(kac)).toContain('## [1.1.0] - 2026-01-05\n'));

  test('what cannot be written as an entry fails before anything is written', () => {
    expect(() => run2('')).toThrow(/no text/);
    expect(run2('a <!-- b')).toContain('- a <!-- b\n');
    expect(run2('## [7.7.7]\n```\nopen')).toContain('- ## [7.7.7]\n  ```\n  open\n');
    expect(() => run2('[1.0.0]: https://other')).toThrow(/cannot be added/);
  });

  const run2 = (text: string): string => merged(kac, release('1.1.0', { Added: [entry(text)] }));
});

describe('what stands under a version that is not tagged', () => {
  const found = [search];
  const text = merged(kac, release('1.1.0', { Added: found }, '1.0.0'));

  it('is not told again as not released', () => {
    expect(merge(text, [upcoming({ Added: found })], { released: new Set(['1.0.0']) }).splices).toEqual([]);
  });

  it('is told where the version is tagged: it came again', () => {
    expect(merge(text, [upcoming({ Added: found })], { released: new Set(['1.0.0', '1.1.0']) }).splices).not.toEqual([]);
  });
});
