import { describe, expect, test } from 'vitest';
import { maximumLength, maximumNesting, parse } from '../../src/markdown/parse.ts';
import { sourceOfText } from '../../src/model/source.ts';

const parsed = (text: string) => parse(sourceOfText('a.md', text));
const types = (text: string): string[] => parsed(text).root.children.map(({ type }) => type);

describe('Markdown is CommonMark with GitHub Flavored Markdown and front matter', () => {
  test.each([
    ['a table', '| a |\n|---|\n| b |', ['table']],
    ['YAML front matter', '---\ntitle: x\n---\n\ntext', ['yaml', 'paragraph']],
    ['YAML front matter with a blank line before its end', '---\ntitle: x\n\n---\ntext', ['yaml', 'paragraph']],
    ['TOML front matter', '+++\ntitle = "x"\n+++', ['toml']],
    ['front matter with CRLF', '---\r\ntitle: x\r\n---\r\n', ['yaml']],
    ['front matter behind a byte order mark', '\uFEFF---\ntitle: x\n---\n', ['yaml']],
    ['front matter in the middle, which is none', 'text\n\n---\ntitle: x\n---\n', ['paragraph', 'thematicBreak', 'heading']],
    ['a footnote', 'a[^1]\n\n[^1]: b', ['paragraph', 'footnoteDefinition']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => expect(types(text)).toEqual(expected));

  test.each([
    ['`*`', '* [ ] a'],
    ['`+`', '+ [ ] a'],
    ['`1.`', '1. [ ] a'],
    ['`1)`', '1) [ ] a'],
    ['a tab in the box', '- [\t] a'],
    ['a definition of x elsewhere', '- [x] a\n\n[x]: http://x'],
  ])('a task: %s', (_, text) =>
    expect(parsed(text).root.children[0]).toMatchObject({ type: 'list', children: [{ checked: expect.any(Boolean) as boolean }] }),
  );
});

describe('what would take too long is refused', () => {
  test.each([
    ['too large', 'x'.repeat(maximumLength + 1), 'too-large'],
    ['as large as allowed', 'x'.repeat(maximumLength), undefined],
    ['quotes too deep', `${'>'.repeat(maximumNesting + 1)} x`, 'too-deep'],
    ['quotes as deep as allowed', `${'>'.repeat(maximumNesting)} x`, undefined],
    ['lists too deep on one line', `${'- '.repeat(maximumNesting + 1)}x`, 'too-deep'],
    ['numbers too deep on one line', `${'1. '.repeat(maximumNesting + 1)}x`, 'too-deep'],
    ['indentation too deep', `- a\n${' '.repeat(4 * (maximumNesting + 1))}- b`, 'too-deep'],
    ['mixed containers too deep, on a later line', `a\r\n${'> - '.repeat(maximumNesting / 2 + 1)}x`, 'too-deep'],
    ['lists too deep over lines', Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'), 'too-deep'],
    ['a row of dashes in a table', `|${' - |'.repeat(100)}`, undefined],
  ])(
    '%s',
    (_, text, refused) => {
      const result = parsed(text);
      expect(result.refused).toBe(refused);
      if (refused !== undefined) expect(result.root.children).toEqual([]);
    },
    60_000,
  );

  // nestingOf counts markers and indentation without asking whether they open containers.
  test.each([
    ['a rule of many spaced dashes opens no list', '- '.repeat(100)],
    ['indentation within a fence opens no list', `\`\`\`\n${' '.repeat(200)}x\n\`\`\``],
  ])('%s', (_, text) => expect(parsed(text).refused).toBeUndefined());
});
