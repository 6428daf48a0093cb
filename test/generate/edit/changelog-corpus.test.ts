/** Changelog edits over real documents; skipped where the corpus is not at hand. */
import { describe, expect, it } from 'vitest';
import { mergeChangelog } from '../../../src/generate/edit/changelog-merge.ts';
import { applySplices } from '../../../src/generate/edit/splice.ts';
import { lineText, pointAt, sourceOfBytes } from '../../../src/model/source.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { corpusPaths, sharedBytes } from '../../shared.ts';
import { entry, isSubsequence, merged, plainLines, release, releasesOf, unlinked, upcoming } from './changelog-editing.ts';

const files = corpusPaths().filter((file) => file.startsWith('corpus/changelogs/'));

const groups = {
  Added: [entry('A first change ([#90001](https://example.com/shop/pull/90001))\nin two lines', 'pr:90001')],
  Fixed: [entry('A second change (#90002)', 'pr:90002')],
};

const next = release('99.1.0', groups, '99.0.0');
const later = release('99.2.0', { Changed: [entry('A third change', `sha:${'cd34'.repeat(10)}`)] }, '99.1.0');

// The table of docs/changelog-editing.md: what becomes of each style.
const headings: Readonly<Record<string, string | RegExp>> = {
  'CookPete__auto-changelog': '#### [v99.1.0](https://example.com/shop/compare/v99.0.0...v99.1.0)\n\n> 5 January 2026\n\n- A first change',
  DavidAnson__markdownlint: '# Changelog\n\n## 99.1.0\n\n- A first change',
  'advancia-platform__modular-saas-platform': /0\.2\.0 has two sections/,
  'astral-sh__ruff': '## 99.1.0\n\nReleased on 2026-01-05.\n\n### Added\n\n- A first change',
  changesets__changesets: '## 99.1.0\n\n### Added\n\n- A first change',
  cocogitto__cocogitto:
    '- - -\n## [99.1.0](https://example.com/shop/compare/v99.0.0...v99.1.0) - 2026-01-05\n#### Features\n- A first change',
  fyremael__iir2d: '## [Unreleased]\n\n## [99.1.0] - 2026-01-05\n### Added\n1. Core',
  ipfs__kubo: /only lists where its releases are/,
  'mschmieder__python-kacl': '## [Unreleased]\n\n## [99.1.0] - 2026-01-05\n### Added\n- A first change',
  'oscarotero__keep-a-changelog': '\n\n## [99.1.0] - 2026-01-05\n### Added\n- A first change',
};

const styleOf = (file: string): string | RegExp =>
  headings[Object.keys(headings).find((name) => file.includes(name)) ?? ''] ?? 'no style is stated for this file';

const isUnreleasedLink = (line: string): boolean => /^\[unreleased\]: /i.test(line);

const known = (text: string): readonly unknown[] => unlinked(releasesOf(text).filter(({ unreleased }) => !unreleased));

const textOf = (file: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(sharedBytes(file));

const reasonOf = (file: string): string => {
  try {
    return mergeChangelog(sourceOfBytes(file, sharedBytes(file)), [next]).summary;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
};

const taken = files.filter((file) => typeof styleOf(file) === 'string');
const refused = files.filter((file) => typeof styleOf(file) !== 'string');

describe.skipIf(files.length === 0)('changelogs of the corpus', () => {
  it.each(taken)(
    'release into %s, in its style and above its releases',
    (file) => {
      const text = textOf(file);
      const after = merged(text, next);
      expect(after).toContain(styleOf(file));
      expect(
        isSubsequence(
          plainLines(text).filter((line) => !isUnreleasedLink(line)),
          plainLines(after),
        ),
      ).toBe(true);
      expect(known(after).slice(1)).toEqual(known(text));
      expect(known(after)[0]).toMatchObject({ version: '99.1.0' });
      expect(merged(after, next)).toBe(after);
    },
    120_000,
  );

  it.each(taken)(
    'release twice into %s, in order',
    (file) => {
      const text = textOf(file);
      const after = merged(merged(text, next), later);
      expect(known(after).slice(0, 2)).toMatchObject([{ version: '99.2.0' }, { version: '99.1.0' }]);
      expect(known(after).slice(2)).toEqual(known(text));
    },
    120_000,
  );

  it.each(taken)(
    'collect what is not released in %s',
    (file) => {
      const source = sourceOfBytes(file, sharedBytes(file));
      const { splices } = mergeChangelog(source, [upcoming(groups)]);
      // Nothing but the address that compares what is not released may be replaced: it moves on to the newest release.
      const replaced = splices.filter(({ start, end }) => start !== end).map(({ start }) => lineText(source, pointAt(source, start).line));
      expect(replaced.filter((line) => !/^\[unreleased\]:/i.test(line))).toEqual([]);
      const after = applySplices(source, splices);
      expect(known(after)).toEqual(known(textOf(file)));
      expect(releasesOf(after)[0]).toMatchObject({ unreleased: true });
      expect(merged(after, upcoming(groups))).toBe(after);
    },
    120_000,
  );

  it.each(refused)('leave %s alone, and say why', (file) => expect(reasonOf(file)).toMatch(styleOf(file)), 60_000);
});
