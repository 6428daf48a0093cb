import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { entry, merged, release, releasesOf, upcoming } from './changelog-editing.ts';

const retry = entry('Retry twice (#12)', 'pr:12');
const bare = (version: string) => ({ ...release(version, { Added: [retry] }), links: [] });

describe('a release that a line below its heading says is not released', () => {
  const log = '## Version 1.1.0\n\nUnreleased\n\n- Search\n\n## Version 1.0.0\n\nReleased 2025-12-01\n\n- a\n';

  it('takes what is not released', () => {
    const text = merged(log, upcoming({ Added: [retry] }));
    expect(text).toBe(log.replace('- Search\n', '- Search\n- Retry twice (#12)\n'));
    expect(merged(text, upcoming({ Added: [retry] }))).toBe(text);
  });

  it('gets the day as the file writes it', () => {
    const text = merged(log, bare('1.1.0'));
    expect(text).toContain('## Version 1.1.0\n\nReleased 2026-01-05\n\n- Search\n- Retry twice (#12)\n\n## Version 1.0.0');
    expect(releasesOf(text)[0]).toMatchObject({ version: '1.1.0', date: { date: '2026-01-05' } });
    expect(merged(text, bare('1.1.0'))).toBe(text);
    expect(merged(log.replace('Unreleased', '_Unreleased_').replace('Released 2025-12-01\n\n', ''), bare('1.1.0'))).toContain(
      '\n\n_2026-01-05_\n\n',
    );
  });

  it('is not passed over for another version', () => {
    expect(() => merged(log, bare('2.0.0'))).toThrow(/"Version 1.1.0" announces 1.1.0, but 2.0.0 is to be released/);
  });
});

describe('an announced release', () => {
  const log = (heading: string): string => `# Changelog\n\n## ${heading}\n\n- Search\n\n## 1.0.0 (May 2, 2025)\n\n- a\n`;

  it.each(['1.1.0 (Unreleased)', '1.1.0 (YYYY-MM-DD)', '1.1.0 (2026-XX-XX)', '1.1.0 (planned for Q3 2026)', '1.1.0 (не выпущено)'])(
    'gets the day as the file writes it: %s',
    (heading) => {
      const text = merged(log(heading), bare('1.1.0'));
      expect(text).toContain('## 1.1.0 (January 5, 2026)\n\n- Search\n- Retry twice (#12)\n\n## 1.0.0');
      expect(merged(text, bare('1.1.0'))).toBe(text);
    },
  );

  it.each(['1.1.0 (YYYY-MM-DD)', '1.1.0-dev', 'v1.1.0-SNAPSHOT', '1.1.0.dev0', '1.1.0-wip'])(
    'takes what is not released: %s',
    (heading) => {
      expect(merged(log(heading), upcoming({ Added: [retry] }))).toBe(
        log(heading).replace('- Search\n', '- Search\n- Retry twice (#12)\n'),
      );
    },
  );

  it('under a working version has to be renamed first', () => {
    expect(() => merged(log('1.1.0-dev'), bare('1.1.0'))).toThrow(/"1.1.0-dev" announces 1.1.0-dev, but 1.1.0 is to be released. Rename/);
  });

  it('is none when it has its day or stands below', () => {
    const dated = log('1.1.0-dev (June 2, 2025)');
    expect(merged(dated, bare('1.1.0'))).toContain('## 1.1.0 (January 5, 2026)\n\n- Retry twice (#12)\n\n## 1.1.0-dev');
    const below = '# Changelog\n\n## 1.1.0\n\n- b\n\n## 1.1.0-dev\n\n- a\n';
    expect(merged(below, upcoming({ Added: [retry] }))).toContain('# Changelog\n\n## Unreleased\n\n- Retry');
  });
});

describe('a heading with room for its day in front', () => {
  it('gets it there', () => {
    const log = '## Release date: UNRELEASED Shop 1.1.0\n\n- b\n\n## Release date: 2025-12-01 Shop 1.0.0\n\n- a\n';
    expect(merged(log, bare('1.1.0'))).toBe(log.replace('UNRELEASED', '2026-01-05').replace('- b\n', '- b\n- Retry twice (#12)\n'));
    expect(merged(log, upcoming({ Added: [retry] }))).toBe(log.replace('- b\n', '- b\n- Retry twice (#12)\n'));
  });
});

describe('two announced releases', () => {
  const log =
    '## Version 2.0.0\n\nUnreleased\n\n- c\n\n## Version 1.1.1\n\nUnreleased\n\n- b\n\n## Version 1.1.0\n\nReleased 2025-12-01\n\n- a\n';

  it('are released each by itself', () => {
    expect(merged(log, bare('1.1.1'))).toBe(
      log.replace('1.1.1\n\nUnreleased\n\n- b\n', '1.1.1\n\nReleased 2026-01-05\n\n- b\n- Retry twice (#12)\n'),
    );
    expect(merged(log, upcoming({ Added: [retry] }))).toBe(log.replace('- c\n', '- c\n- Retry twice (#12)\n'));
  });
});

describe('changes above the first release, outside of any', () => {
  it.each([
    ['at the top of the file', '*   Search\n\n    *The team*\n\n## 1.0.0 - 2025-12-01\n\n*   a\n'],
    ['below the title', '# Changelog\n\n- Search\n\n## 1.0.0 - 2025-12-01\n\n- a\n'],
    ['below a commented heading', '# Changelog\n\nAll changes.\n\n<!-- ## Unreleased -->\n- Search\n\n## 1.0.0 - 2025-12-01\n\n- a\n'],
  ])('are not left behind by a new section: %s', (_, log) => {
    for (const section of [bare('1.1.0'), upcoming({ Added: [retry] })]) {
      expect(() => merged(log, section)).toThrow(UsageError);
      expect(() => merged(log, section)).toThrow(/:\d+:1: .*"1.0.0 - 2025-12-01".* Give it a heading such as "## Unreleased"/);
    }
  });

  it.each([
    ['a list of links', '- [1.0.0](#100)\n- [Older](OLD.md)'],
    ['a legend with its introduction', 'Kinds of changes:\n\n- Fixed: bugs\n- Added: features'],
  ])('are none in %s', (_, preamble) => {
    expect(merged(`# Changelog\n\n${preamble}\n\n## 1.0.0 - 2025-12-01\n\n- a\n`, bare('1.1.0'))).toContain('## 1.1.0 - 2026-01-05');
  });
});

describe('habits of the file', () => {
  it('are those of most of its newest releases: flat', () => {
    const log = '# shop 1.2.0\n\n* c\n\n# shop 1.1.0\n\n* b\n\n# shop 1.0.0\n\n## Bug fixes\n\n* a\n';
    expect(merged(log, bare('1.3.0'))).toContain('# shop 1.3.0\n\n* Retry twice (#12)\n\n# shop 1.2.0');
  });

  it('define no links where brackets stand alone', () => {
    const log = '# Changelog\n\n## [1.1.0] - 2025-12-02\n\n- b\n\n## [1.0.0] - 2025-12-01\n\n- a\n';
    expect(merged(log, release('1.2.0', { Added: [retry] }))).toBe(
      log.replace('## [1.1.0]', '## [1.2.0] - 2026-01-05\n\n- Retry twice (#12)\n\n## [1.1.0]'),
    );
  });
});

describe('a file of several packages', () => {
  const log = (first: string, second: string, version: string): string =>
    `# Changelog\n\n## ${first}\n\n### 1.1.0\n\n- b\n\n### 1.0.0\n\n- a\n\n## ${second}\n\n### ${version}\n\n- c\n`;

  it.each([
    ['@shop/core', '@shop/cli', '0.9.0'],
    ['Core', 'Command line', '2.0.0'],
  ])('is not added to, for %s and %s have releases of their own', (first, second, version) => {
    expect(() => merged(log(first, second, version), bare('2.0.0'))).toThrow(
      `The releases stand below several names ("${first}", "${second}")`,
    );
  });

  it('is none where older releases stand below a name of their own', () => {
    expect(merged(log('Current', 'Archive', '0.9.0'), bare('1.2.0'))).toContain('### 1.2.0\n\n- Retry twice (#12)\n\n### 1.1.0');
  });
});

describe('titles of groups', () => {
  it('may be numbered', () => {
    const log = '# Changelog\n\n## v1.0.0 (2025-12-01)\n\n### 1. Enhancements\n\n- a\n\n### 2. Bug fixes\n\n- b\n';
    expect(merged(log, release('1.0.0', { Added: [retry] }))).toBe(log.replace('- a\n', '- a\n- Retry twice (#12)\n'));
    expect(merged(log, bare('1.1.0'))).toContain('### 1. Enhancements\n\n- Retry twice (#12)\n\n## v1.0.0');
  });
});

describe('a version among days', () => {
  it('has brackets only if the days have', () => {
    const log = '# Changelog\n\n## 2025-12-01\n\n- a\n';
    expect(merged(log, release('1.1.0', { Added: [retry] }))).toBe(
      log.replace('## 2025', '## 1.1.0 - 2026-01-05\n\n- Retry twice (#12)\n\n## 2025'),
    );
  });
});
