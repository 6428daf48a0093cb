/** The shipped template and the view say the same, byte by byte; own templates word what they are there for. */
import { describe, expect, it } from 'vitest';
import { changelogSections, changelogText } from '../../src/flows/changelog-sections.ts';
import { renderedSections, wordedSections } from '../../src/flows/changelog-templates.ts';
import type { Change, Reference, ReleaseChanges } from '../../src/model/changes.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { shipped } from '../generate/contexts.ts';
import { fc } from '../tooling/fast-check.ts';

const hostile = fc
  .oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '__x__ and *y*',
      'a|b',
      'code `a|b` and ` alone',
      'ask @team, see #12',
      '- list',
      '1. list',
      '# head',
      'Größe 🎉 \u202Eabc',
      '&lt;',
      'x\\',
      'https://example.org/a_b?c=(d)',
      '[a](b)',
      '~~gone~~',
      'word',
      '\u202E',
    ),
    fc
      .array(fc.constantFrom('<', '*', '_', '`', '|', '@team', '#12', '[', ']', '!', '&amp;', '\\', ' ', 'a', '~', '\u202E'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((all) => all.join('')),
  )
  .filter((text) => text.trim() !== '');
const references: fc.Arbitrary<Reference[]> = fc.array(
  fc.record(
    {
      number: fc.integer({ min: 1, max: 30 }),
      repository: fc.constantFrom('other/my_repo', 'a/b'),
      url: fc.constantFrom('https://example.org/(x)/1', 'https://example.org/g/-/merge_requests/3', 'javascript:alert(1)'),
    },
    { requiredKeys: ['number'] },
  ),
  { maxLength: 3 },
);
const paragraphs = fc.array(hostile, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n'));
const plain: fc.Arbitrary<Change> = fc.record(
  {
    text: hostile,
    scope: hostile,
    breaking: fc.boolean(),
    notes: fc.array(paragraphs, { maxLength: 2 }),
    pulls: references,
    issues: references,
    commits: fc.constantFrom([], ['a'.repeat(40)]),
    url: fc.constant('https://example.org/commit/aaaaaaa'),
    authors: fc.constant([]),
  },
  { requiredKeys: ['text', 'breaking', 'notes', 'pulls', 'issues', 'commits', 'authors'] },
);
const fragment: fc.Arbitrary<Change> = plain.map((change) => ({
  ...change,
  notes: [],
  text: 'Orders can be **exported**\nas CSV:\n\n- one\n\n```\na\n\n\nb\n```',
  markdown: true,
}));
const releases: fc.Arbitrary<ReleaseChanges> = fc.record(
  {
    version: fc.constantFrom('1.2.0', '2.0.0-rc.1'),
    date: fc.constant('2026-01-05'),
    compareUrl: fc.constant('https://example.org/compare/a...b'),
    groups: fc.array(
      fc.record({
        title: fc.constantFrom('Added', 'C #', '*API*'),
        changes: fc.array(fc.oneof(plain, fragment), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    contributors: fc.constant([]),
  },
  { requiredKeys: ['groups', 'contributors'] },
);

const shelf = { tree: memoryTree({}), shipped };
const commits = fc.constantFrom('without-pull' as const, 'always' as const, 'never' as const);

describe('the shipped templates', () => {
  it('print a release as the view does, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(releases, commits, async (release, when) => {
        const history = { releases: [release], tags: [], fragments: [], notices: [] };
        const expected = changelogText(changelogSections(history, { commits: when }));
        expect(await renderedSections(history, { commits: when }, shelf)).toBe(expected);
        expect(changelogText(await wordedSections(history, { commits: when }, shelf))).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
