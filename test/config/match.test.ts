/** A path is governed by the same globs that list it. */
import { describe, expect, it } from 'vitest';
import { configOf } from '../../src/config/config.ts';
import { matchPath } from '../../src/config/match.ts';
import { parseData } from '../../src/data/data-file.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { fc } from '../tooling/fast-check.ts';

const configured = (files: string) =>
  configOf(parseData('docgate.config.json', JSON.stringify({ documents: [{ files, kind: 'checklist' }] })));

describe('matchPath', () => {
  it.each([
    ['!draft.md', '!draft.md', true],
    ['!draft.md', 'other.md', false],
    ['#1.md', '#1.md', true],
    ['./docs/*.md', 'docs/a.md', true],
    ['docs/{a,b}.md', 'docs/b.md', true],
    ['.github/*.md', '.github/c.md', true],
  ])('%s governs %s: %s', async (files, path, governed) => {
    expect(matchPath(await configured(files), path) !== undefined).toBe(governed);
  });

  it('agrees with what a tree lists', async () => {
    const name = fc.stringMatching(/^[!#a.[\]{,}*?-]{1,5}$/).map((text) => `${text}.md`);
    const safe = name.filter((text) => !text.startsWith('..'));
    await fc.assert(
      fc.asyncProperty(safe, fc.oneof(safe, fc.constant('*.md'), fc.constant('!*.md')), async (path, glob) => {
        const listed = (await memoryTree({ [path]: '' }).list([glob])).includes(path);
        expect(matchPath(await configured(glob), path) !== undefined).toBe(listed);
      }),
    );
  });
});
