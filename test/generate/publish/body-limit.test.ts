/** Long bodies are cut between blocks, never within one. */
import { describe, expect, it } from 'vitest';
import { githubBodyLimit, limitBody } from '../../../src/generate/publish/body-limit.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { fc } from '../../tooling/fast-check.ts';

const pointer = 'The whole list: https://example.com/CHANGELOG.md';
const blocksOf = (text: string): string[] =>
  parse(sourceOfText('x.md', text)).root.children.map(({ position }) => text.slice(position?.start.offset, position?.end.offset));

describe('limitBody', () => {
  it('leaves a body that fits alone', () => {
    expect(limitBody('# A\n\ntext\n', { limit: githubBodyLimit, pointer })).toBe('# A\n\ntext\n');
  });

  it('cuts between list items and keeps no heading without a text', () => {
    const body = `## Fixed\n\n${Array.from({ length: 20 }, (_, index) => `- entry ${index}\n  second line\n`).join('')}\n## Removed\n\n- gone\n`;
    const cut = limitBody(body, { limit: 200, pointer });
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(cut).toMatch(/^## Fixed\n\n- entry 0\n {2}second line\n[\s\S]*second line\n\nThe whole list: \S+\n$/);
    const long = limitBody(`${'a'.repeat(60)}\n\n## Removed\n\n${'b'.repeat(200)}\n`, { limit: 140, pointer });
    expect(long).toBe(`${'a'.repeat(60)}\n\n${pointer}\n`);
  });

  it('never leaves a fence open', () => {
    const body = `intro\n\n\`\`\`sh\n${'make\n\n'.repeat(100)}\`\`\`\n`;
    expect(limitBody(body, { limit: 150, pointer })).toBe(`intro\n\n${pointer}\n`);
  });

  it('cuts between the paragraphs of an item that alone is too long', () => {
    const body = `# A\n\n- entry\n\n${Array.from({ length: 20 }, (_, index) => `  paragraph ${index}\n\n  - nested ${index}`).join('\n\n')}\n`;
    expect(limitBody(body, { limit: 120, pointer })).toBe(
      `# A\n\n- entry\n\n  paragraph 0\n\n  - nested 0\n\n  paragraph 1\n\n${pointer}\n`,
    );
  });

  it('gives the pointer alone when no block fits', () => {
    expect(limitBody('x'.repeat(1000), { limit: 100, pointer })).toBe(`${pointer}\n`);
  });

  it('keeps whole blocks in order, within the limit', () => {
    const block = fc.oneof(
      fc.lorem({ maxCount: 30 }),
      fc.lorem({ maxCount: 3 }).map((text) => `## ${text}`),
      fc.array(fc.lorem({ maxCount: 8 }), { minLength: 1 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc.lorem().map((text) => `\`\`\`\n${text}\n\n${text}\n\`\`\``),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.integer({ min: 60, max: 1500 }), (blocks, limit) => {
        const body = `${blocks.join('\n\n')}\n`;
        const cut = limitBody(body, { limit, pointer });
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (body.length <= limit) {
          expect(cut).toBe(body);
          return;
        }
        const [kept, whole] = [blocksOf(cut), blocksOf(body)];
        expect(kept.at(-1)).toBe(pointer);
        for (const [index, text] of kept.slice(0, -2).entries()) expect(text).toBe(whole[index]);
        const last = kept.at(-2);
        if (last !== undefined) expect((whole[kept.length - 2] ?? '').startsWith(last)).toBe(true);
      }),
    );
  });
});
